/** The projections: each row must say what the journal comes to, none missing and none besides. */
@NullMarked
package org.fogg.audit.table;

import org.jspecify.annotations.NullMarked;
