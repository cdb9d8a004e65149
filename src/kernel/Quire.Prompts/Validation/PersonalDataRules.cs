using System.Numerics;
using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Validation;

/// <summary>Personal data by shape and check digits. Reserved examples (<c>example.com</c>, 555-01xx numbers, test cards) are no findings.</summary>
internal static class PersonalDataRules
{
    private const string Replace = "use a variable, or an example that nobody owns";

    private static readonly string[] TestCards =
        ["4111111111111111", "4242424242424242", "4000000000000002", "5555555555554444", "5105105105105100", "378282246310005", "371449635398431", "6011111111111117", "4012888888881881"];

    public static IReadOnlyList<TextRule> All { get; } =
    [
        new(ValidationCodes.MailAddress, Severity.Warning, "A mail address stands here.", Replace, ["@"],
            @"(?:^|[^A-Za-z0-9._%+/@:-])(?<v>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24})\b") { Accept = IsSomebodysMail },
        new(ValidationCodes.PhoneNumber, Severity.Warning, "A telephone number stands here.", Replace, ["+"],
            @"(?:^|[^0-9A-Za-z+])(?<v>\+[1-9][0-9]{0,2}[ .-]?(?:\([0-9]{1,4}\)[ .-]?)?[0-9]{1,5}(?:[ .-]?[0-9]{2,5}){1,4})\b") { Accept = IsPhone },
        new(ValidationCodes.PhoneNumber, Severity.Warning, "A telephone number stands here.", Replace, ["-", ".", ")"],
            @"(?:^|[^0-9A-Za-z+.-])(?<v>(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[.-])[2-9][0-9]{2}[.-][0-9]{4})(?:$|[^0-9A-Za-z-])") { Accept = IsPhone },
        new(ValidationCodes.CardNumber, Severity.Warning, "A payment card's number stands here.", Replace, [],
            @"(?:^|[^0-9A-Za-z.-])(?<v>[3-6][0-9]{3}(?:[ -]?[0-9]{4}){2}[ -]?[0-9]{1,7}|3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5})(?:$|[^0-9A-Za-z-])") { Accept = IsCard },
        new(ValidationCodes.BankAccount, Severity.Warning, "A bank account (IBAN) stands here.", Replace, [],
            @"(?:^|[^A-Za-z0-9])(?<v>[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?:$|[^A-Za-z0-9])") { Accept = IsIban },
        new(ValidationCodes.IdentityNumber, Severity.Warning, "A social security number of the United States stands here.", Replace, ["-"],
            @"(?:^|[^0-9A-Za-z-])(?<v>[0-8][0-9]{2}-[0-9]{2}-[0-9]{4})(?:$|[^0-9A-Za-z-])") { Accept = IsSocialSecurity },
        new(ValidationCodes.IdentityNumber, Severity.Warning, "A national insurance number of the United Kingdom stands here.", Replace, [],
            @"(?:^|[^0-9A-Za-z])(?<v>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D])(?:$|[^0-9A-Za-z])") { Accept = (text, start, length) => Digits(text.AsSpan(start, length)) is not "123456" },
    ];

    private static bool IsSomebodysMail(string text, int start, int length)
    {
        var address = text.AsSpan(start, length);
        var domain = address[(address.IndexOf('@') + 1)..].ToString().ToLowerInvariant();
        var name = address[..address.IndexOf('@')];
        string[] reserved = ["example.com", "example.org", "example.net", "example.edu", "domain.com", "email.com", "test.com", "company.com", "yourdomain.com", "users.noreply.github.com"];
        string[] endings = [".example", ".test", ".invalid", ".localhost", ".local", ".png", ".jpg", ".svg"];
        return !reserved.Contains(domain) && !reserved.Any(one => domain.EndsWith("." + one, StringComparison.Ordinal)) && !endings.Any(ending => domain.EndsWith(ending, StringComparison.Ordinal))
            && !name.Equals("git", StringComparison.OrdinalIgnoreCase) && !name.Contains("noreply", StringComparison.OrdinalIgnoreCase) && !name.Contains("no-reply", StringComparison.OrdinalIgnoreCase);
    }

    // 555-0100 to 555-0199 belong to nobody, by the North American plan.
    private static bool IsPhone(string text, int start, int length)
    {
        var digits = Digits(text.AsSpan(start, length));
        return digits.Length is >= 8 and <= 15 && !digits.Contains("55501", StringComparison.Ordinal) && digits.Distinct().Count() > 3 && !digits.Contains("123456", StringComparison.Ordinal);
    }

    private static bool IsCard(string text, int start, int length)
    {
        var digits = Digits(text.AsSpan(start, length));
        return digits.Length is >= 13 and <= 19 && PassesLuhn(digits) && digits.Distinct().Count() > 2 && !TestCards.Contains(digits);
    }

    // Luhn's check of 1960, ISO/IEC 7812-1 annex B.
    private static bool PassesLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    // ISO 13616: the first four characters to the end, letters as numbers, remainder 1 by 97.
    private static bool IsIban(string text, int start, int length)
    {
        var compact = text.Substring(start, length).Replace(" ", "", StringComparison.Ordinal);
        if (compact.Length is < 15 or > 34 || compact is "DE89370400440532013000" or "GB82WEST12345698765432" or "GB29NWBK60161331926819")
            return false;
        var number = BigInteger.Zero;
        foreach (var c in compact[4..] + compact[..4])
            number = char.IsAsciiDigit(c) ? (number * 10) + (c - '0') : (number * 100) + (c - 'A' + 10);
        return number % 97 == 1;
    }

    private static bool IsSocialSecurity(string text, int start, int length)
    {
        var parts = text.Substring(start, length).Split('-');
        return parts[0] is not ("000" or "666") && parts[1] != "00" && parts[2] != "0000" && text.Substring(start, length) is not ("123-45-6789" or "078-05-1120");
    }

    private static string Digits(ReadOnlySpan<char> text)
    {
        var digits = new char[text.Length];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                digits[count++] = c;
        }

        return new(digits, 0, count);
    }
}
