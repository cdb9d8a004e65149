using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HandlebarsDotNet;

namespace Quire.Bench.Templating;

/// <summary>Handlebars.Net, compiled, without HTML escaping, with helpers for what it lacks.</summary>
internal static class HandlebarsPeer
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Func<string> Compile(Workload workload)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });
        handlebars.RegisterHelper("upper", (output, _, arguments) => output.WriteSafeString(((string)arguments[0]!).ToUpperInvariant()));
        handlebars.RegisterHelper("trim", (output, _, arguments) => output.WriteSafeString(((string)arguments[0]!).Trim()));
        handlebars.RegisterHelper("round", (output, _, arguments) => output.WriteSafeString(Round((double)arguments[0]!)));
        handlebars.RegisterHelper("join", (output, _, arguments) => output.WriteSafeString(string.Join(", ", (IEnumerable<string>)arguments[0]!)));
        handlebars.RegisterHelper("index", (output, _, arguments) => output.WriteSafeString(((int)arguments[0]! + 1).ToString(CultureInfo.InvariantCulture)));
        handlebars.RegisterHelper("json", (output, context, _) => output.WriteSafeString(JsonSerializer.Serialize(context.Value, _json)));
        handlebars.RegisterHelper("gt", (_, arguments) => (object)((int)arguments[0]! > (int)arguments[1]!));
        handlebars.RegisterHelper("eq", (_, arguments) => (object)((string)arguments[0]! == (string)arguments[1]!));
        handlebars.RegisterHelper("lastAssistant", (_, arguments) => (object)((string)arguments[0]! == "assistant" && (bool)arguments[1]!));
        var compiled = handlebars.Compile(workload.Handlebars);
        return () => compiled(workload.Model);
    }

    private static string Round(double price)
    {
        var text = Math.Round(price, 2).ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }
}
