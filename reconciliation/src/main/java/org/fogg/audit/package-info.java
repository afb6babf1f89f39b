/**
 * The auditor: reads the journal, the tables, the exchanges' journals and the clients' own records
 * by its own code, and compares them as sets and sums.
 */
@NullMarked
package org.fogg.audit;

import org.jspecify.annotations.NullMarked;
