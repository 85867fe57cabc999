/// Photos: only pictures come in, nothing but their pixels is kept, each under the SHA-256 of its
/// own bytes. Knows neither reports nor tasks; they tell it which photos they use.
@NullMarked
package org.citygrid.intake.photo;

import org.jspecify.annotations.NullMarked;
