/**
 * What the journal comes to: accounts, holdings, orders and trades, folded by the auditor itself.
 */
@NullMarked
package org.fogg.audit.fold;

import org.jspecify.annotations.NullMarked;
