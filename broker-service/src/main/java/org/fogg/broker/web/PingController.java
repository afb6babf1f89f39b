package org.fogg.broker.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An endpoint with the same security as all others and nothing behind it. */
@RestController
@Tag(name = "Service")
final class PingController {

    @RequestMapping(
            path = "/v2/ping",
            method = {RequestMethod.GET, RequestMethod.POST})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Does nothing",
            description = "The floor of every other request's time, and a check of the key.")
    @ApiResponse(responseCode = "204", description = "The key is good")
    void ping() {}
}
