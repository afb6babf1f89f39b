/** What the page needs beside the trends. */
@NullMarked
package org.fogg.analytics.page;

import org.jspecify.annotations.NullMarked;
