package org.fogg.broker.admin;

import java.util.UUID;
import org.fogg.broker.account.AccountReads;
import org.fogg.broker.command.CommandGateway;
import org.fogg.broker.config.FoggProperties;
import org.fogg.broker.security.KeyIssuer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires administration. */
@Configuration(proxyBeanMethods = false)
@Import({AdminController.class, HomeController.class})
public class AdminConfiguration {

    @Bean
    Administration administration(
            CommandGateway gateway,
            AccountReads accounts,
            KeyIssuer keys,
            AdminStore store,
            FoggProperties settings) {
        return new Administration(
                gateway, accounts, keys, store, settings.georegion(), UUID::randomUUID);
    }
}
