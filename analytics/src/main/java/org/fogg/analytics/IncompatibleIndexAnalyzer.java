package org.fogg.analytics;

import org.fogg.analytics.index.IncompatibleIndexException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do, without a stack trace. */
final class IncompatibleIndexAnalyzer extends AbstractFailureAnalyzer<IncompatibleIndexException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, IncompatibleIndexException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
