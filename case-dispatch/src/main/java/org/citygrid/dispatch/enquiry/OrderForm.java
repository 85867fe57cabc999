package org.citygrid.dispatch.enquiry;

import org.jspecify.annotations.Nullable;

/// What somebody sends to act upon an enquiry.
///
/// @param version the version they saw; when the enquiry has moved since, nothing is done
/// @param until an instant, or a day in the town that counts whole
record OrderForm(
    @Nullable String action,
    @Nullable Integer version,
    @Nullable String answer,
    @Nullable String opinion,
    @Nullable String unitCode,
    @Nullable String until,
    @Nullable String reportReceipt) {}
