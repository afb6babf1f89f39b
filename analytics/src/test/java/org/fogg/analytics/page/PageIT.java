package org.fogg.analytics.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.analytics.TestAnalytics.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fogg.analytics.Seed;
import org.fogg.analytics.TestAnalytics;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The page in a real browser, opened once for most tests. Skipped, and said so, where there is no
 * chromium.
 */
@UseServers({ServerKind.KAFKA, ServerKind.ELASTICSEARCH})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Servers servers;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private TestAnalytics analytics;
    private Seed seed;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Page page;

    PageIT(Servers servers) {
        this.servers = servers;
    }

    @BeforeAll
    void start() throws Exception {
        chromium = Chromium.orSkip();
        analytics = new TestAnalytics(servers, "europe");
        seed = new Seed(analytics, "europe", "");
        seed.list();
        seed.past();
        analytics.start();
        await(() -> analytics.count("fogg-trades-*", "georegion", "europe") >= seed.trades());
        await(() -> analytics.json("/api/v1/health").get("parts").size() == 2);
        page = open();
    }

    @AfterAll
    void stop() {
        if (analytics != null) {
            analytics.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void shouldShowTheMarketWithoutComplaints() throws Exception {
        show(1440, 1000, ColorScheme.LIGHT);

        noteFirstView(page);
        assertThat(page.locator("#map .exchange").count()).isEqualTo(3);
        assertThat(page.locator("#map .flow").count()).isEqualTo(3);
        await(
                () ->
                        page.locator("#latency-chart")
                                .getAttribute("aria-label")
                                .contains("market: p50"));
        await(() -> page.locator("#rejections").textContent().contains("insufficient cash"));
        noteMoving(page);
        seed.now(30);
        await(() -> page.evaluate("window.hasMoved").equals(true));
        screenshot(page, "desktop");
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldAddTradesAsTheyHappen() throws Exception {
        String before = page.locator("#tape").innerHTML();

        seed.now(3);

        await(() -> !page.locator("#tape").innerHTML().equals(before));
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldFitAPhone() {
        show(390, 844, ColorScheme.LIGHT);

        // The charts take their new width at the next frame.
        await(
                () ->
                        page.evaluate("document.documentElement.scrollWidth <= innerWidth")
                                .equals(true));
        screenshot(page, "phone");
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldBeDarkWhereTheReaderWantsIt() {
        show(1440, 1000, ColorScheme.DARK);

        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(15, 20, 19)");
        screenshot(page, "dark");
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldBeUsableByKeyboard() {
        // A fresh page: where Tab goes depends on what had the focus before.
        Page fresh = open();

        fresh.keyboard().press("Tab");
        assertThat(focused(fresh)).isEqualTo("Skip to the content");
        fresh.locator("#by-value").focus();
        fresh.keyboard().press("Enter");
        assertThat(fresh.locator("#by-value").getAttribute("aria-pressed")).isEqualTo("true");
        // Again and again, since which is third changes when the answer by value arrives.
        await(
                () -> {
                    String symbol = focusThird(fresh);
                    fresh.keyboard().press("Enter");
                    return fresh.locator("#price-note").textContent().startsWith(symbol)
                            && fresh.locator("#stock").inputValue().equals(symbol);
                });
        assertThat(complaints).isEmpty();
        fresh.close();
    }

    @Test
    void shouldShowNamesAsTextWhenTheyLookLikeMarkup() {
        assertThat(page.locator("#stock").textContent()).contains("<b>Air</b> & Bus");
        assertThat(page.locator("#stock b").count()).isZero();
    }

    @Test
    void shouldLoadAndRunNothingFromElsewhere() {
        assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(analytics.url() + "/"));
        assertThat(analytics.get("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("default-src 'none'")
                                        .doesNotContain("unsafe"));
    }

    /** Opens the page, and waits until it shows what was seeded. */
    private Page open() {
        Page opened = chromium.context(1200, 900, ColorScheme.LIGHT).newPage();
        opened.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        opened.onPageError(complaints::add);
        opened.onRequest(request -> asked.add(request.url()));
        opened.navigate(analytics.url() + "/");
        await(() -> opened.evaluate("performance.getEntriesByName('first-view').length").equals(1));
        // Other tests' trades are on the same servers.
        opened.locator("#georegion").selectOption("europe");
        await(() -> opened.locator("#trending tr").count() == seed.stocks().size());
        await(() -> "live".equals(opened.locator("#state").getAttribute("data-state")));
        return opened;
    }

    private void show(int width, int height, ColorScheme scheme) {
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Kept beside the screenshots: a test that bounds a time fails on a slow machine. */
    private static void noteFirstView(Page page) throws IOException {
        Object millis = page.evaluate("performance.getEntriesByName('first-view')[0].startTime");
        Files.createDirectories(SCREENSHOTS);
        Files.writeString(SCREENSHOTS.resolve("first-view.txt"), millis + " ms\n");
    }

    /** A trade's dot lives for a second, less than a look from outside may take. */
    private static void noteMoving(Page page) {
        page.evaluate(
                """
                () => {
                  window.hasMoved = false;
                  new MutationObserver(() => {
                    window.hasMoved ||= document.querySelector("#map .moving") !== null;
                  }).observe(document.querySelector("#map"), { childList: true, subtree: true });
                }
                """);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    private static String focusThird(Page page) {
        return (String)
                page.evaluate(
                        """
                        () => {
                          const third = document.querySelectorAll("#trending .stock")[2];
                          third.focus();
                          return third.textContent;
                        }
                        """);
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.textContent");
    }
}
