/// The citizens' door for requests that are not reports: questions, calls for help, complaints,
/// suggestions. It keeps who asked, tells the house what was asked, remembers what it hears of it,
/// and takes the asker's rating. It does not answer anything.
@NullMarked
package org.citygrid.intake.enquiry;

import org.jspecify.annotations.NullMarked;
