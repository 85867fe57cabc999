/// The document that describes the HTTP interface to programs (OpenAPI 3.1 at `/v3/api-docs`), made
/// from the controllers themselves.
@NullMarked
package org.citygrid.ui.api;

import org.jspecify.annotations.NullMarked;
