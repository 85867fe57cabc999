/// Cases over HTTP, for those whose turn it is: lists, counts, the file itself, and acts upon it.
@NullMarked
package org.citygrid.dispatch.desk;

import org.jspecify.annotations.NullMarked;
