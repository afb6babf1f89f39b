/** The same servers as containers, where there is Docker; needs Testcontainers. */
@NullMarked
package org.fogg.stack.containers;

import org.jspecify.annotations.NullMarked;
