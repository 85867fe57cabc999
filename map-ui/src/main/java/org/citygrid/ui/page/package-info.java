/// Serves the pages as files: which address shows which page, how long a browser may keep it, and
/// what a page may load (content security policy).
@NullMarked
package org.citygrid.ui.page;

import org.jspecify.annotations.NullMarked;
