/// What every door under `/ogc` shares: links, the language and the form that the caller wants, and
/// pages for people. It knows nothing of features and tiles.
@NullMarked
package org.citygrid.ogc.web;

import org.jspecify.annotations.NullMarked;
