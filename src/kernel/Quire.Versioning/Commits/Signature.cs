using System.Globalization;

namespace Quire.Versioning.Commits;

/// <summary>Who, and when: the author or committer of a commit, the tagger of a tag.</summary>
/// <param name="Name">The name; may be empty.</param>
/// <param name="Email">The address; may be empty.</param>
/// <param name="Seconds">Seconds since 1970-01-01 UTC.</param>
/// <param name="OffsetMinutes">The offset from UTC in minutes, east positive.</param>
public sealed record Signature(string Name, string Email, long Seconds, int OffsetMinutes = 0)
{
    /// <summary>The time with its offset. Seconds or offsets that .NET cannot hold are clamped.</summary>
    public DateTimeOffset Time
    {
        get
        {
            var seconds = Math.Clamp(Seconds, DateTimeOffset.MinValue.ToUnixTimeSeconds() + 86_400, DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 86_400);
            return DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromMinutes(Math.Clamp(OffsetMinutes, -14 * 60, 14 * 60)));
        }
    }

    /// <summary>A signature of a time, to the second.</summary>
    public static Signature At(string name, string email, DateTimeOffset time) =>
        new(name, email, time.ToUnixTimeSeconds(), (int)time.Offset.TotalMinutes);

    /// <summary>The line as commits carry it: <c>NAME &lt;EMAIL&gt; SECONDS +HHMM</c>.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadSignature"/>: a name or address with <c>&lt;</c>, <c>&gt;</c>, a line break or NUL.</exception>
    public string Format()
    {
        CheckText(Name, "name");
        CheckText(Email, "address");
        var sign = OffsetMinutes < 0 ? '-' : '+';
        var (hours, minutes) = Math.DivRem(Math.Abs(OffsetMinutes), 60);
        var who = Name.Length == 0 ? "" : Name + " ";
        return string.Create(CultureInfo.InvariantCulture, $"{who}<{Email}> {Seconds} {sign}{hours:D2}{minutes:D2}");
    }

    /// <summary>Reads the line, leniently: what cannot be read is empty or zero, as git shows it.</summary>
    public static Signature Parse(string line)
    {
        var open = line.IndexOf('<', StringComparison.Ordinal);
        var close = line.LastIndexOf('>');
        if (open < 0 || close < open)
            return new Signature(line.Trim(), "", 0);
        var first = line.IndexOf('>', open);
        var (seconds, offset) = ParseTime(line[(close + 1)..]);
        return new Signature(line[..open].Trim(), line[(open + 1)..first].Trim(), seconds, offset);
    }

    /// <inheritdoc/>
    public override string ToString() => Format();

    private static (long Seconds, int Offset) ParseTime(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return (0, 0);
        if (parts.Length < 2 || !int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zone) || Math.Abs((long)zone) > 9999)
            return (seconds, 0);
        return (seconds, (zone / 100 * 60) + (zone % 100));
    }

    private static void CheckText(string text, string what)
    {
        if (text.AsSpan().IndexOfAny("<>\n\r\0") >= 0)
            throw new VersioningException(VersioningCodes.BadSignature, $"The {what} '{text.ReplaceLineEndings(" ")}' has a character that a commit cannot carry (<, >, line break, NUL).");
    }
}
