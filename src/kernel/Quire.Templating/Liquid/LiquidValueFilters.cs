using System.Globalization;
using Quire.Templating.Execution;
using Quire.Templating.Formatting;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary><c>default</c>, <c>date</c>, <c>json</c>.</summary>
internal static class LiquidValueFilters
{
    public static readonly LiquidFilter[] All =
    [
        new("default", 0, 1, Default),
        new("date", 1, 1, Date),
        new("json", 0, 0, static (r, in v, in _) => Value.String(JsonText.Of(r.Context, v))),
    ];

    private static Value Default(LiquidRun run, in Value value, in Arguments a)
    {
        var allowsFalse = a.TryNamed("allow_false", out var flag) && LiquidLogic.IsTrue(flag);
        var isMissing = LiquidLogic.IsNothing(value)
            || (value.Tag == Tag.Bool && value.Bits == 0 && !allowsFalse)
            || (value.IsText && value.Text.Length == 0)
            || (value.IsSequence && value.Items.Count == 0)
            || (value.Tag == Tag.Map && value.Entries.Count == 0)
            || value.Ref is LiquidSpecial;
        return isMissing ? a.Or(0, Value.EmptyString) : value;
    }

    private static Value Date(LiquidRun run, in Value value, in Arguments a)
    {
        var format = LiquidLogic.Text(run, a[0]);
        if (format.Length == 0 || !TryRead(run, value, out var time)) return value;
        return Value.String(DateFormat.Format(run.Context, time, format));
    }

    private static bool TryRead(LiquidRun run, in Value value, out DateTimeOffset time)
    {
        time = default;
        if (value.Tag == Tag.Int) return TrySeconds(value.Bits, out time);
        if (!value.IsText) return false;
        var text = value.Text.Trim();
        if (text is "now" or "today")
        {
            time = run.Context.Clock.GetUtcNow();
            return true;
        }
        if (text.Length > 0 && text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TrySeconds(seconds, out time);
        return text.Length <= 100 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private static bool TrySeconds(long seconds, out DateTimeOffset time)
    {
        var fits = seconds is > -62_000_000_000 and < 253_000_000_000;
        time = fits ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return fits;
    }
}
