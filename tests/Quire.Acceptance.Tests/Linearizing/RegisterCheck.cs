namespace Quire.Acceptance.Tests.Linearizing;

/// <summary>
/// Whether what clients saw of one register fits into one order, each operation at a moment between its call and its answer. Every write has a
/// value of its own and the order of the writes is known, so the question has an exact answer without a search: the operations of each value,
/// first its write, then its reads by the time of their call, take the earliest moment that is left to them.
/// </summary>
internal static class RegisterCheck
{
    /// <summary>What does not fit, one sentence each; none where there is such an order.</summary>
    /// <param name="order">The values that the register had, from the first one.</param>
    /// <param name="operations">What clients did and saw.</param>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> order, IReadOnlyCollection<Operation> operations)
    {
        var problems = new List<string>();
        if (order.Distinct(StringComparer.Ordinal).Count() < order.Count)
            problems.Add("a value was written twice");
        var places = order.Select((value, place) => (value, place)).GroupBy(pair => pair.value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().place, StringComparer.Ordinal);
        problems.AddRange(operations.Where(operation => !places.ContainsKey(operation.Value)).Select(operation => $"{operation} is about a value that never was"));
        problems.AddRange(operations.Where(operation => operation.IsWrite).GroupBy(operation => operation.Value).Where(group => group.Count() > 1).Select(group => $"two clients were told that they wrote {group.Key}"));
        long now = long.MinValue;
        foreach (var operation in operations.Where(operation => places.ContainsKey(operation.Value)).OrderBy(operation => places[operation.Value]).ThenBy(operation => !operation.IsWrite).ThenBy(operation => operation.Invoked))
        {
            now = Math.Max(now, operation.Invoked);
            if (now > operation.Answered)
                problems.Add($"{operation} was answered before what must have come first was even called, at {now}");
            if (operation.Expected is { } expected && (places[operation.Value] == 0 || order[places[operation.Value] - 1] != expected))
                problems.Add($"{operation} was done although the register had another value");
        }
        return problems;
    }
}
