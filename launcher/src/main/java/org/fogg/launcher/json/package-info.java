/** JSON as the launcher's files and results have it: records, with underscores in the names. */
@NullMarked
package org.fogg.launcher.json;

import org.jspecify.annotations.NullMarked;
