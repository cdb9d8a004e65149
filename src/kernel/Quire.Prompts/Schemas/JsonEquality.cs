using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>JSON's equality: <c>1</c> and <c>1.0</c> are the same, <c>1</c> and <c>true</c> are not.</summary>
internal static class JsonEquality
{
    public static bool AreEqual(in Value left, in Value right)
    {
        if (IsNumber(left) && IsNumber(right))
            return left.Equals(right);
        if (left.Kind != right.Kind || left.Count != right.Count)
            return false;
        return left.Kind switch
        {
            ValueKind.List => left.EnumerateList().Zip(right.EnumerateList()).All(pair => AreEqual(pair.First, pair.Second)),
            ValueKind.Map => AreMapsEqual(left, right),
            _ => left.Equals(right),
        };
    }

    private static bool AreMapsEqual(Value left, Value right) =>
        left.EnumerateMap().All(entry => right.TryGet(entry.Key, out var other) && AreEqual(entry.Value, other));

    private static bool IsNumber(in Value value) => value.Kind is ValueKind.Integer or ValueKind.Float;
}
