using System.Globalization;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Compose;

/// <summary>Prints a composed prompt: its text exactly, or its messages as JSON; the story of its merge points apart, on standard error.</summary>
/// <param name="cli">Where to.</param>
/// <param name="composed">What the server answered.</param>
internal sealed class ComposedPrinter(CliContext cli, JsonElement composed)
{
    /// <summary>Prints.</summary>
    public void Print(bool json, bool explain)
    {
        if (json)
        {
            cli.WriteJson(composed);
            return;
        }
        foreach (var warning in composed.Items("warnings"))
            ErrorPrinter.Print(cli.Error, DiagnosticJson.Read(warning));
        Rendered().Print(cli, json: false);
        if (explain)
            Explain();
    }

    private Rendered Rendered() => composed.TryGetProperty("content", out var content)
        ? new Rendered(content.GetString(), null)
        : new Rendered(null, [.. composed.Items("messages").Select(message => new RenderedMessage(message.Text("role"), message.Text("content")))]);

    private void Explain()
    {
        if (composed.TryGetProperty("tokens", out var tokens))
            cli.Error.WriteLine($"{tokens.Text("count")} tokens ({tokens.Text("kind")}{(tokens.Text("vocabulary") is { Length: > 0 } vocabulary ? $" by {vocabulary}" : string.Create(CultureInfo.InvariantCulture, $", off by at most {tokens.GetProperty("error").GetDouble():P0} on 95 % of English prompts"))})");
        foreach (var point in composed.Items("explain"))
        {
            var kind = string.Concat(((string[])["required", "locked", "user"]).Where(flag => point.TryGetProperty(flag, out var set) && set.ValueKind == JsonValueKind.True).Select(flag => $", {flag}"));
            cli.Error.WriteLine($"{point.Text("mergePoint")} ({point.Text("behavior")}{kind}, line {point.Text("line")})");
            foreach (var offer in point.Items("offers"))
                cli.Error.WriteLine($"  {Who(offer),-40} {offer.Text("outcome"),-10} {offer.Text("reason")}");
        }
    }

    private static string Who(JsonElement offer)
    {
        var scope = offer.Text("scope") is { Length: > 0 } named ? $":{named}" : "";
        var version = offer.Text("version") is { Length: > 0 } number ? $"@{number}" : "";
        return $"{offer.Text("by")}{scope} {offer.Text("path")}{version}".TrimEnd();
    }
}
