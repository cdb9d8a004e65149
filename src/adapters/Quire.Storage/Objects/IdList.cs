using System.Collections.Concurrent;
using System.Globalization;

namespace Quire.Storage.Objects;

/// <summary>A statement that ends in a list of object ids: <c>@p0</c> is the project, <c>@p1</c> and on are the ids.</summary>
/// <param name="head">The text up to the list.</param>
internal sealed class IdList(string head)
{
    private readonly ConcurrentDictionary<int, string> _texts = new();

    /// <summary>The statement for that number of ids.</summary>
    public string Sql(int count) => _texts.GetOrAdd(count, Build);

    private string Build(int count) =>
        $"{head}({string.Join(", ", Enumerable.Range(1, count).Select(place => string.Create(CultureInfo.InvariantCulture, $"@p{place}")))})";
}
