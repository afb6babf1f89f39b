package org.fogg.audit.fold;

import java.util.UUID;
import org.fogg.audit.journal.Place;

/** What holds for every account after every decision. */
final class AccountRules {

    private final Books books;
    private final Objections objections;

    AccountRules(Books books, Objections objections) {
        this.books = books;
        this.objections = objections;
    }

    /** Notes a change of the account, and objects to what must never be. */
    void changed(Place place, Account account, long at) {
        account.changed(place.sequence(), at);
        boolean negative =
                account.cash() < 0 || account.reserved() < 0 || account.reserved() > account.cash();
        if (negative) {
            objections.account(
                    3,
                    "account-negative",
                    place,
                    account,
                    "has cash "
                            + account.cash()
                            + " of which "
                            + account.reserved()
                            + " is reserved");
        }
    }

    /** The trader's account, which a broken journal may lack. */
    Account account(Place place, UUID traderId) {
        Account account = books.account(traderId);
        if (account == null) {
            objections.trader(
                    2, "account-missing", place, traderId, "is spoken of but was never opened");
            account = books.open(traderId, place.shard(), 0);
        } else if (account.shard() != place.shard()) {
            objections.trader(
                    3,
                    "account-misplaced",
                    place,
                    traderId,
                    "was opened in shard " + account.shard());
        }
        return account;
    }

    /** Keeps a step of a transfer with its account. */
    void remember(
            Place place,
            Account account,
            UUID transferId,
            String from,
            String to,
            long amount,
            long at) {
        account.moved(
                new Remittance(
                        place.sequence(), place.n(), at, account, transferId, from, to, amount));
    }
}
