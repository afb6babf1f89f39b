/** Accounts, holdings and trades in Cassandra. */
@NullMarked
package org.fogg.broker.account.cassandra;

import org.jspecify.annotations.NullMarked;
