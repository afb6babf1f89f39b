package org.fogg.broker.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for what failed before or beside the controllers, e.g. a path the firewall refuses. */
@RestController
final class ErrorPage implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Object> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ErrorCode code = ErrorCode.ofStatus(status instanceof Integer number ? number : 404);
        String message =
                switch (code) {
                    case INTERNAL -> "internal server error";
                    case NOT_FOUND -> "path: there is nothing here";
                    default -> "request: its path, headers or form are not acceptable";
                };
        return ErrorHandler.answer(ApiError.of(code, message));
    }
}
