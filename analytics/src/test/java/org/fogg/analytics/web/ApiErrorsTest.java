package org.fogg.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;

class ApiErrorsTest {

    private final ApiErrors errors = new ApiErrors();

    @Test
    void shouldAnswerNothingWhenTheClientHasGone() {
        var cause = new IOException("Broken pipe");

        assertThat(errors.other(new HttpMessageNotWritableException("Could not write", cause)))
                .isNull();
    }

    @Test
    void shouldNameNoReasonWhenARequestFails() {
        ResponseEntity<ErrorView> answer = errors.other(new IllegalStateException("secret"));

        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("secret");
    }
}
