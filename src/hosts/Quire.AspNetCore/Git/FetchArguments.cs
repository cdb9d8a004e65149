using System.Globalization;
using Quire.Core.Git;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.Git;

/// <summary>The arguments of a fetch.</summary>
/// <param name="Call">What the client wants and has.</param>
/// <param name="TakesOffsets">Whether deltas may name their base by its place.</param>
/// <param name="WantsProgress">Whether a person reads along.</param>
internal sealed record FetchArguments(FetchCall Call, bool TakesOffsets, bool WantsProgress)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="Quire.Core.Errors.QuireException"><c>bad_request</c>.</exception>
    public static FetchArguments Parse(List<string> lines)
    {
        var ids = new Dictionary<string, HashSet<ObjectId>>(StringComparer.Ordinal) { ["want"] = [], ["have"] = [], ["shallow"] = [] };
        var words = new HashSet<string>(StringComparer.Ordinal);
        var depth = 0;
        foreach (var line in lines)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0)
                words.Add(line);
            else if (ids.TryGetValue(line[..space], out var list))
                list.Add(ObjectId.TryParse(line.AsSpan(space + 1), out var id) ? id : throw GitWords.Broken("an object id does not parse"));
            else if (line.StartsWith("deepen ", StringComparison.Ordinal) && int.TryParse(line.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out depth) && depth > 0)
                continue;
            else
                throw GitWords.Broken($"'{line[..Math.Min(space, 40)]}' is not possible here");
        }
        if (words.Contains("deepen-relative"))
            throw GitWords.Broken("a history is deepened by --depth here, not by --deepen");
        var call = new FetchCall
        {
            Wants = [.. ids["want"]],
            Haves = [.. ids["have"]],
            Shallow = [.. ids["shallow"]],
            // This is how git writes "all of it".
            Depth = depth == int.MaxValue ? int.MaxValue : depth,
            Done = words.Contains("done"),
            IncludeTags = words.Contains("include-tag"),
        };
        return new FetchArguments(call, words.Contains("ofs-delta"), !words.Contains("no-progress"));
    }
}
