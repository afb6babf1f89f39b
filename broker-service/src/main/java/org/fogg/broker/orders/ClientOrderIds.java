package org.fogg.broker.orders;

import org.fogg.broker.web.ApiException;

/** What a client may call an order. */
final class ClientOrderIds {

    private static final int LONGEST = 128;

    private ClientOrderIds() {}

    /** The id, when it is one. */
    static String checked(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            throw ApiException.invalid(
                    "client_order_id",
                    "must have 1 to " + LONGEST + " characters, has " + id.length());
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c < ' ' || c > '~') {
                throw ApiException.invalid(
                        "client_order_id",
                        "must have printable ASCII characters only, character "
                                + (i + 1)
                                + " is not one");
            }
        }
        return id;
    }
}
