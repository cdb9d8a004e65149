using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Validation;

/// <summary>
/// Secrets by their published shapes. Placeholders (<c>sk-xxxx</c>, <c>your-key</c>, template expressions) are told apart by
/// their words and by how evenly their characters are spread.
/// </summary>
internal static class SecretRules
{
    private const string Revoke = "revoke it, and give it to the application by configuration, never by a prompt";

    public static IReadOnlyList<TextRule> All { get; } =
    [
        Key("an access key of AWS", ["AKIA", "ASIA", "ABIA", "ACCA"], @"\b(?<v>(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})\b"),
        Key("a token of GitHub", ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], @"\b(?<v>gh[pousr]_[A-Za-z0-9]{36,255})\b"),
        Key("a token of GitHub", ["github_pat_"], @"\b(?<v>github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b"),
        Key("a token of GitLab", ["glpat-"], @"\b(?<v>glpat-[A-Za-z0-9_-]{20,64})"),
        Key("a token of Slack", ["xox"], @"\b(?<v>xox[abeoprs]-[A-Za-z0-9-]{10,250})"),
        Key("a webhook of Slack", ["hooks.slack.com"], @"(?<v>https://hooks\.slack\.com/services/T[A-Z0-9]{6,12}/B[A-Z0-9]{6,12}/[A-Za-z0-9]{20,30})"),
        Key("a key of Anthropic", ["sk-ant-"], @"\b(?<v>sk-ant-[A-Za-z0-9_-]{24,200})"),
        Key("a key of OpenAI", ["sk-"], @"\b(?<v>sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{32,200})", NotAnthropic),
        Key("a key of Google", ["AIza"], @"\b(?<v>AIza[A-Za-z0-9_-]{35})"),
        Key("a client secret of Google", ["GOCSPX-"], @"\b(?<v>GOCSPX-[A-Za-z0-9_-]{28})"),
        Key("a live key of Stripe", ["_live_"], @"\b(?<v>[rs]k_live_[A-Za-z0-9]{20,120})"),
        Key("a token of npm", ["npm_"], @"\b(?<v>npm_[A-Za-z0-9]{36})\b"),
        Key("a token of PyPI", ["pypi-"], @"\b(?<v>pypi-[A-Za-z0-9_-]{60,250})"),
        Key("a token of Hugging Face", ["hf_"], @"\b(?<v>hf_[A-Za-z0-9]{34,40})\b"),
        Key("a key of SendGrid", ["SG."], @"\b(?<v>SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43})"),
        Key("a token of DigitalOcean", ["_v1_"], @"\b(?<v>do[opr]_v1_[a-f0-9]{64})\b"),
        Key("a token of Vault", ["hvs."], @"\b(?<v>hvs\.[A-Za-z0-9_-]{24,200})"),
        Key("a token of Databricks", ["dapi"], @"\b(?<v>dapi[a-f0-9]{32})\b"),
        Key("a token of a Telegram bot", [":AA"], @"\b(?<v>[0-9]{8,10}:AA[A-Za-z0-9_-]{33})\b"),
        Key("a storage key of Azure", ["AccountKey="], @"AccountKey=(?<v>[A-Za-z0-9+/]{86}==)"),
        Key("a key of Quire", ["qk_"], @"\b(?<v>qk_[A-Za-z0-9_-]{20,120})"),
        Key("a key of Langfuse", ["sk-lf-"], @"\b(?<v>sk-lf-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})"),
        new(ValidationCodes.PrivateKey, Severity.Error, "A private key stands here.", Revoke, ["PRIVATE KEY-----"],
            @"-----BEGIN (?:RSA |EC |DSA |OPENSSH |PGP |ENCRYPTED )?PRIVATE KEY(?: BLOCK)?-----[\s\\n]*(?<v>[A-Za-z0-9+/=:, \r\n\\-]{40})") { Accept = (text, start, length) => !Placeholders.IsPlaceholder(text.AsSpan(start, length)) },
        new(ValidationCodes.SignedToken, Severity.Warning, "A signed token (JWT) stands here.", "leave it out unless it is a made-up example; a real one must be revoked", ["eyJ"],
            @"\b(?<v>eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,})"),
        new(ValidationCodes.AssignedSecret, Severity.Error, "A password or secret is written out here.", Revoke,
            ["password", "passwd", "secret", "token", "api_key", "apikey", "api-key", "access_key", "client_secret"],
            "\\b(?:[a-z0-9]+[_-])*(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|secret[_-]?key)[\"']?\\s{0,3}(?::|=|:=|=>)\\s{0,3}[\"']?(?<v>[A-Za-z0-9+/_.~!@#$%^&*-]{12,200})", ignoreCase: true) { Accept = LooksRandom },
        new(ValidationCodes.CredentialsInAddress, Severity.Error, "An address with user name and password stands here.", Revoke, ["://"],
            @"\b[a-z][a-z0-9+.-]{1,20}://[^\s:/@""'<>{}]{1,100}:(?<v>[^\s/@""'<>{}$]{3,200})@[A-Za-z0-9.-]{1,200}") { Accept = (text, start, length) => !Placeholders.IsPlaceholder(text.AsSpan(start, length)) },
    ];

    private static TextRule Key(string what, string[] anchors, string pattern, Func<string, int, int, bool>? accept = null) =>
        new(ValidationCodes.ServiceKey, Severity.Error, $"What looks like {what} stands here.", Revoke, anchors, pattern)
        {
            Accept = (text, start, length) => !Placeholders.IsPlaceholder(text.AsSpan(start, length)) && accept?.Invoke(text, start, length) != false,
        };

    private static bool NotAnthropic(string text, int start, int length) =>
        !text.AsSpan(start, length).StartsWith("sk-ant-") && !text.AsSpan(start, length).StartsWith("sk-lf-") && text.AsSpan(start, length).ContainsAnyInRange('0', '9');

    // Words are no secrets: a secret mixes digits with letters and spreads its characters.
    private static bool LooksRandom(string text, int start, int length)
    {
        var value = text.AsSpan(start, length).TrimEnd(".!");
        return value.Length >= 12
            && value.ContainsAnyInRange('0', '9')
            && (value.ContainsAnyInRange('a', 'z') || value.ContainsAnyInRange('A', 'Z'))
            && !Placeholders.IsPlaceholder(value)
            && Placeholders.Entropy(value) >= 3.0;
    }
}
