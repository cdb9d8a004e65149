using System.Globalization;
using Quire.Templating.Execution;

namespace Quire.Templating.Formatting;

/// <summary>Dates by the letters of <c>strftime</c>, in English.</summary>
internal static class DateFormat
{
    public static string Format(RenderContext context, DateTimeOffset time, string format)
    {
        var mark = context.Output.Length;
        for (var i = 0; i < format.Length; i++)
        {
            context.Step();
            if (format[i] != '%' || i + 1 >= format.Length)
            {
                context.Output.Write(format[i]);
                continue;
            }
            var flag = format[++i];
            var noPadding = flag is '-' && i + 1 < format.Length;
            if (noPadding) flag = format[++i];
            var text = Part(time, flag);
            if (noPadding && text.Length > 1) text = text.TrimStart('0', ' ') is { Length: > 0 } rest ? rest : "0";
            context.Output.Write(text);
        }
        return context.Take(mark);
    }

    private static string Part(DateTimeOffset t, char flag) => flag switch
    {
        'Y' => Number(t.Year, "0000"),
        'y' => Number(t.Year % 100, "00"),
        'm' => Number(t.Month, "00"),
        'd' => Number(t.Day, "00"),
        'e' => Number(t.Day, "0").PadLeft(2),
        'H' => Number(t.Hour, "00"),
        'k' => Number(t.Hour, "0").PadLeft(2),
        'I' => Number((t.Hour + 11) % 12 + 1, "00"),
        'l' => Number((t.Hour + 11) % 12 + 1, "0").PadLeft(2),
        'M' => Number(t.Minute, "00"),
        'S' => Number(t.Second, "00"),
        'f' => Number((int)(t.Ticks % TimeSpan.TicksPerSecond / 10), "000000"),
        'L' => Number(t.Millisecond, "000"),
        'p' => t.Hour < 12 ? "AM" : "PM",
        'P' => t.Hour < 12 ? "am" : "pm",
        'B' => Name("MMMM", t),
        'b' or 'h' => Name("MMM", t),
        'A' => Name("dddd", t),
        'a' => Name("ddd", t),
        'j' => Number(t.DayOfYear, "000"),
        'w' => Number((int)t.DayOfWeek, "0"),
        'u' => Number(((int)t.DayOfWeek + 6) % 7 + 1, "0"),
        'U' => Number((t.DayOfYear + 6 - (int)t.DayOfWeek) / 7, "00"),
        'W' => Number((t.DayOfYear + 6 - ((int)t.DayOfWeek + 6) % 7) / 7, "00"),
        'G' => Number(ISOWeek.GetYear(t.DateTime), "0000"),
        'V' => Number(ISOWeek.GetWeekOfYear(t.DateTime), "00"),
        'C' => Number(t.Year / 100, "00"),
        's' => t.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        'z' => Zone(t.Offset, ""),
        'Z' => t.Offset == TimeSpan.Zero ? "UTC" : Zone(t.Offset, ""),
        'D' or 'x' => $"{Part(t, 'm')}/{Part(t, 'd')}/{Part(t, 'y')}",
        'F' => $"{Part(t, 'Y')}-{Part(t, 'm')}-{Part(t, 'd')}",
        'T' or 'X' => $"{Part(t, 'H')}:{Part(t, 'M')}:{Part(t, 'S')}",
        'R' => $"{Part(t, 'H')}:{Part(t, 'M')}",
        'r' => $"{Part(t, 'I')}:{Part(t, 'M')}:{Part(t, 'S')} {Part(t, 'p')}",
        'c' => $"{Part(t, 'a')} {Part(t, 'b')} {Part(t, 'e')} {Part(t, 'T')} {Part(t, 'Y')}",
        'n' => "\n",
        't' => "\t",
        '%' => "%",
        _ => "%" + flag,
    };

    private static string Number(int value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Name(string format, DateTimeOffset time) => time.ToString(format, CultureInfo.InvariantCulture);

    private static string Zone(TimeSpan offset, string separator) =>
        (offset < TimeSpan.Zero ? "-" : "+") + Number(Math.Abs(offset.Hours), "00") + separator + Number(Math.Abs(offset.Minutes), "00");
}
