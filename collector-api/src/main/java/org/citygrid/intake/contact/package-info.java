/// How to reach whoever reported or asked: who may know, each look noted, and who still waits to be
/// called back. Contact data leaves this module by no other way.
@NullMarked
package org.citygrid.intake.contact;

import org.jspecify.annotations.NullMarked;
