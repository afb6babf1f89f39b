/** The searchable documents against the fold. */
@NullMarked
package org.fogg.audit.document;

import org.jspecify.annotations.NullMarked;
