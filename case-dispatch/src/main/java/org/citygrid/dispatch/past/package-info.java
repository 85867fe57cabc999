/// How lines of a town's past are taken, whatever they are about: read, refused one by one, carried
/// out in portions, summed up. Knows neither cases nor enquiries.
@NullMarked
package org.citygrid.dispatch.past;

import org.jspecify.annotations.NullMarked;
