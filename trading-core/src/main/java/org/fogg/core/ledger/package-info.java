/** The double-entry ledger as a pure function of decisions; its fold is every balance. */
@NullMarked
package org.fogg.core.ledger;

import org.jspecify.annotations.NullMarked;
