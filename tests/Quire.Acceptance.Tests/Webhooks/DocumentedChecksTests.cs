using System.Diagnostics;
using System.Globalization;
using System.Text;
using Quire.Acceptance.Tests.Support;
using Quire.Core.Webhooks;
using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.Acceptance.Tests.Webhooks;

/// <summary>The checks that docs/webhooks.md tells people to copy: each believes what Quire signs, and nothing else.</summary>
public sealed class DocumentedChecksTests
{
    private const string Id = "msg_wh_1_2";
    private const string Body = """{"type":"ping","prompt":"ü"}""";
    private static readonly string Page = File.ReadAllText(RepositoryRoot.Combine("docs", "webhooks.md"));
    private readonly byte[] _secret = WebhookSecret.Create();
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public void The_check_in_node_believes_what_is_signed_and_nothing_else() => Judge((headers, body) => NodeClient.Run("standardwebhooks", headers, "--input-type=module", "-e", $$"""
        {{Block("js")}}
        const e = process.env;
        const headers = { "webhook-id": e.ID, "webhook-timestamp": e.TIMESTAMP, "webhook-signature": e.SIGNATURE };
        try { console.log(check(e.SECRET, headers, {{System.Text.Json.JsonSerializer.Serialize(body)}}).type); } catch { console.log("refused"); }
        """).OrThrow("node").Output);

    [Fact]
    public void The_check_in_python_believes_what_is_signed_and_nothing_else() => Judge((headers, body) =>
    {
        var start = new ProcessStartInfo("python3", ["-c", $$"""
            {{Block("python")}}
            import os
            e = os.environ
            headers = {"webhook-id": e["ID"], "webhook-timestamp": e["TIMESTAMP"], "webhook-signature": e["SIGNATURE"]}
            try:
                print(check(e["SECRET"], headers, e["BODY"].encode())["type"])
            except ValueError:
                print("refused")
            """]);
        foreach (var (name, value) in headers.Append(new("BODY", body)))
            start.Environment[name] = value;
        return ProcessRunner.Run(start).OrThrow("python3").Output;
    });

    [Fact]
    public void The_check_in_csharp_is_compiled_and_believes_what_is_signed_and_nothing_else()
    {
        var source = File.ReadAllText(RepositoryRoot.Combine("tests", "Quire.Acceptance.Tests", "Webhooks", "WebhookVerifier.cs"));
        source.ShouldContain(string.Join('\n', Block("csharp").Split('\n').Select(line => line.Length == 0 ? line : "    " + line)));
        Judge((headers, body) => WebhookVerifier.Check(headers["SECRET"], headers["ID"], headers["TIMESTAMP"], headers["SIGNATURE"], Encoding.UTF8.GetBytes(body), _now) ? "ping" : "refused");
    }

    private void Judge(Func<Dictionary<string, string>, string, string> check)
    {
        check(Headers(_now), Body).Trim().ShouldBe("ping");
        check(Headers(_now, "v1,AAAA "), Body).Trim().ShouldBe("ping");
        check(Headers(_now), Body.Replace("ü", "u", StringComparison.Ordinal)).Trim().ShouldBe("refused");
        check(Headers(_now.AddMinutes(-6)), Body).Trim().ShouldBe("refused");
    }

    // With another signature before it, as while a secret is being rotated.
    private Dictionary<string, string> Headers(DateTimeOffset at, string before = "") => new()
    {
        ["SECRET"] = WebhookSecret.Format(_secret),
        ["ID"] = Id,
        ["TIMESTAMP"] = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["SIGNATURE"] = before + WebhookSecret.Sign(_secret, Id, at.ToUnixTimeSeconds(), Encoding.UTF8.GetBytes(Body)),
    };

    private static string Block(string language)
    {
        var start = Page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Page[start..Page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
