package org.fogg.exchange.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fogg.exchange.fault.FaultProfile;
import org.fogg.exchange.fault.Faults;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fault profile, for tests. */
@RestController
@RequestMapping("/faults")
final class FaultController {

    private final Faults faults;

    FaultController(Faults faults) {
        this.faults = faults;
    }

    /** What is not given is 0. */
    record Profile(
            @JsonProperty("seed") long seed,
            @JsonProperty("delay") double delay,
            @JsonProperty("delay_ms") long delayMs,
            @JsonProperty("lost_answer") double lostAnswer,
            @JsonProperty("refusal") double refusal,
            @JsonProperty("duplicate") double duplicate,
            @JsonProperty("partial_fill") double partialFill) {

        static Profile of(FaultProfile profile) {
            return new Profile(
                    profile.seed(),
                    profile.delay(),
                    profile.delayMs(),
                    profile.lostAnswer(),
                    profile.refusal(),
                    profile.duplicate(),
                    profile.partialFill());
        }

        FaultProfile toFaults() {
            return new FaultProfile(
                    seed, delay, delayMs, lostAnswer, refusal, duplicate, partialFill);
        }
    }

    @GetMapping
    Profile profile() {
        return Profile.of(faults.profile());
    }

    @PutMapping
    Profile use(@RequestBody Profile profile) {
        FaultProfile wanted = profile.toFaults();
        wanted.broken()
                .ifPresent(
                        broken -> {
                            throw new RequestException(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    broken.field(),
                                    broken.field() + ' ' + broken.rule());
                        });
        faults.use(wanted);
        return profile();
    }
}
