// SPDX-License-Identifier: EUPL-1.2
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * veraPDF as a judge that a test can ask.
 *
 * <p>{@code Verdict FLAVOURS FILE...} prints one line of JSON for each file and flavour and exits with 1 when a file
 * fails. FLAVOURS is a comma-separated list such as {@code 3a,ua1}. {@code Verdict FLAVOURS -} reads paths from stdin,
 * one a line, and answers each before it reads the next, so that one start of Java judges a whole test run; a line
 * may begin with flavours of its own and a tab.
 *
 * <p>A file that cannot be read is a verdict with {@code error}, never a crash.
 */
public final class Verdict {
    private static final PrintStream OUT = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("Verdict FLAVOURS FILE... | Verdict FLAVOURS -");
            System.exit(2);
        }
        // What it warns of on the way is in the verdict, or is no fault.
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        if (args[1].equals("-")) {
            answer(args[0]);
            return;
        }
        boolean allPass = true;
        for (int i = 1; i < args.length; i++) {
            allPass &= judge(args[0], args[i]);
        }
        System.exit(allPass ? 0 : 1);
    }

    private static void answer(String flavours) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int tab = line.indexOf('\t');
            judge(tab < 0 ? flavours : line.substring(0, tab), line.substring(tab + 1));
        }
    }

    private static boolean judge(String flavours, String file) {
        boolean allPass = true;
        for (String flavour : flavours.split(",")) {
            allPass &= judgeOne(flavour, file);
        }
        OUT.flush();
        return allPass;
    }

    private static boolean judgeOne(String name, String file) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            return refused(file, name, "unknown flavour");
        }
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            OUT.println("{\"file\":" + quote(file) + ",\"flavour\":" + quote(name)
                    + ",\"compliant\":" + result.isCompliant() + ",\"failed\":" + failed(result) + "}");
            return result.isCompliant();
        } catch (Exception | LinkageError | StackOverflowError e) {
            return refused(file, name, e.toString());
        }
    }

    private static boolean refused(String file, String flavour, String error) {
        OUT.println("{\"file\":" + quote(file) + ",\"flavour\":" + quote(flavour)
                + ",\"compliant\":false,\"error\":" + quote(error) + ",\"failed\":[]}");
        return false;
    }

    /** Every rule that failed, with how often and where first. */
    private static String failed(ValidationResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<RuleId, Integer> rule : result.getFailedChecks().entrySet()) {
            counts.put(key(rule.getKey()), rule.getValue());
        }
        Map<String, String> rules = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) {
                continue;
            }
            String key = key(assertion.getRuleId());
            rules.putIfAbsent(key, rule(assertion, counts.getOrDefault(key, 1)));
        }
        return "[" + String.join(",", rules.values()) + "]";
    }

    private static String key(RuleId rule) {
        return rule.getClause() + "/" + rule.getTestNumber();
    }

    private static String rule(TestAssertion assertion, int count) {
        RuleId rule = assertion.getRuleId();
        List<String> fields = List.of(
                "\"clause\":" + quote(rule.getClause()),
                "\"test\":" + rule.getTestNumber(),
                "\"description\":" + quote(assertion.getMessage()),
                "\"count\":" + count,
                "\"first\":" + quote(assertion.getLocation().getContext()));
        return "{" + String.join(",", fields) + "}";
    }

    private static String quote(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : String.valueOf(text).toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
