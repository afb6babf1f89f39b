/** What an audit says: a verdict, what it looked at, and each difference by name. */
@NullMarked
package org.fogg.audit.report;

import org.jspecify.annotations.NullMarked;
