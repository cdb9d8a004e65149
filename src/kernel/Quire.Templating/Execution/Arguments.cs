using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>The arguments of a call. For callables with a signature they were brought into its order: one per parameter, missing ones left missing.</summary>
internal readonly ref struct Arguments(ReadOnlySpan<Value> positional, ReadOnlySpan<string> names, ReadOnlySpan<Value> named)
{
    public ReadOnlySpan<Value> Positional { get; } = positional;

    public ReadOnlySpan<string> Names { get; } = names;

    public ReadOnlySpan<Value> Named { get; } = named;

    public int Count => Positional.Length;

    public ref readonly Value this[int index] => ref Positional[index];

    public bool Has(int index) => index < Positional.Length && !Positional[index].IsMissing;

    public Value Or(int index, in Value fallback) => Has(index) ? Positional[index] : fallback;

    public bool Flag(RenderContext context, int index, bool fallback) => Has(index) ? Truth.IsTrue(Positional[index]) : fallback;

    public Arguments Skip(int count) => new(Positional[count..], Names, Named);

    public bool TryNamed(string name, out Value value)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (Names[i] != name) continue;
            value = Named[i];
            return true;
        }
        value = default;
        return false;
    }
}
