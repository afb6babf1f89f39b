/** What clients asked for and were told, in their own records, against the books. */
@NullMarked
package org.fogg.audit.client;

import org.jspecify.annotations.NullMarked;
