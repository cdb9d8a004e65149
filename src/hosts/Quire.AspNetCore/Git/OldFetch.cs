using Quire.Versioning.Protocol;

namespace Quire.AspNetCore.Git;

/// <summary>A fetch in version 0 of the protocol: what is wanted, a flush, then what the client has, in parts that end in flushes, and <c>done</c>.</summary>
/// <param name="Arguments">What it asks.</param>
/// <param name="AsksOnlyForBorder">Whether nothing follows the first flush.</param>
internal sealed record OldFetch(FetchArguments Arguments, bool AsksOnlyForBorder)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="Quire.Core.Errors.QuireException"><c>bad_request</c>, <c>too_large</c>.</exception>
    public static async Task<OldFetch> Read(PktReader lines)
    {
        var arguments = new List<string>();
        var (flushed, more) = (false, false);
        while (await lines.Next() is { } line)
        {
            if (line.Kind is not (PktLineKind.Data or PktLineKind.Flush))
                throw GitWords.Broken("a line is of another kind");
            more |= flushed;
            if (line.Kind == PktLineKind.Flush)
                flushed = true;
            else
                arguments.AddRange(Words(PktReader.Text(line.Data), isFirst: arguments.Count == 0));
        }
        return flushed || arguments.Count == 0 ? new OldFetch(FetchArguments.Parse(arguments), !more) : throw GitWords.Broken("it ends before its flush");
    }

    // What the client can do stands behind the first want.
    private static IEnumerable<string> Words(string text, bool isFirst)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return isFirst && parts.Length > 2 ? [$"{parts[0]} {parts[1]}", .. parts[2..]] : [text];
    }
}
