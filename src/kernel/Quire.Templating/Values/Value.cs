using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Quire.Templating.Values;

/// <summary>
/// What templates reckon with: a closed set of kinds, filled from JSON only, so that no object of the host can be reached.
/// Immutable for callers; one value may be shared by renders that run at the same time. Equality is Python's (<c>1 == 1.0 == True</c>).
/// </summary>
public readonly struct Value : IEquatable<Value>
{
    internal readonly object? Ref;
    internal readonly long Bits;
    internal readonly Tag Tag;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Value(Tag tag, object? reference, long bits)
    {
        Ref = reference;
        Bits = bits;
        Tag = tag;
    }

    /// <summary>A name nobody defined.</summary>
    public static Value Undefined => new(Tag.Undefined, null, 0);

    /// <summary>Null.</summary>
    public static Value None => new(Tag.None, null, 0);

    /// <summary>True.</summary>
    public static Value True => new(Tag.Bool, null, 1);

    /// <summary>False.</summary>
    public static Value False => new(Tag.Bool, null, 0);

    /// <summary>The empty text.</summary>
    public static Value EmptyString => new(Tag.String, "", 0);

    /// <summary>A map without entries.</summary>
    public static Value EmptyMap { get; } = new(Tag.Map, new MapObject(0) { IsFrozen = true }, 0);

    /// <summary>A list without items.</summary>
    public static Value EmptyList { get; } = new(Tag.List, new ListObject([], 0) { IsFrozen = true }, 0);

    /// <summary>What it is.</summary>
    public ValueKind Kind => Tag switch
    {
        Tag.None => ValueKind.None,
        Tag.Bool => ValueKind.Boolean,
        Tag.Int or Tag.Big => ValueKind.Integer,
        Tag.Float => ValueKind.Float,
        Tag.String or Tag.Markup => ValueKind.String,
        Tag.List or Tag.Tuple => ValueKind.List,
        Tag.Map => ValueKind.Map,
        Tag.Object => ValueKind.Object,
        _ => ValueKind.Undefined,
    };

    /// <summary>The number of items, entries or UTF-16 units; 0 where that makes no sense.</summary>
    public int Count => Tag switch
    {
        Tag.String or Tag.Markup => Text.Length,
        Tag.List or Tag.Tuple => Items.Count,
        Tag.Map => Entries.Count,
        _ => 0,
    };

    internal string Text => Unsafe.As<string>(Ref!);

    internal ListObject Items => Unsafe.As<ListObject>(Ref!);

    internal MapObject Entries => Unsafe.As<MapObject>(Ref!);

    internal ValueObject Object => Unsafe.As<ValueObject>(Ref!);

    internal double Double => BitConverter.Int64BitsToDouble(Bits);

    internal bool IsMissing => Tag == Tag.Missing;

    internal bool IsUndefined => Tag <= Tag.Undefined;

    internal bool IsText => Tag is Tag.String or Tag.Markup;

    internal bool IsSequence => Tag is Tag.List or Tag.Tuple;

    internal bool IsNumber => Tag is Tag.Int or Tag.Float or Tag.Big or Tag.Bool;

    /// <summary>True or false.</summary>
    public static Value Bool(bool value) => new(Tag.Bool, null, value ? 1 : 0);

    /// <summary>A whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Number(long value) => new(Tag.Int, null, value);

    /// <summary>A double.</summary>
    public static Value Number(double value) => new(Tag.Float, null, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A whole number of any size.</summary>
    public static Value Number(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Number((long)value) : new Value(Tag.Big, value, 0);

    /// <summary>Text; null gives <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value String(string? value) => value is null ? None : new Value(Tag.String, value, 0);

    /// <summary>A list of the given items.</summary>
    public static Value List(IEnumerable<Value> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var array = items.ToArray();
        return new Value(Tag.List, new ListObject(array, array.Length) { IsFrozen = true }, 0);
    }

    /// <summary>A list of the given items.</summary>
    public static Value List(params ReadOnlySpan<Value> items) =>
        new(Tag.List, new ListObject(items.ToArray(), items.Length) { IsFrozen = true }, 0);

    /// <summary>A map of the given entries; of two with the same key the later one counts.</summary>
    public static Value Map(IEnumerable<KeyValuePair<string, Value>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var map = new MapObject(entries.TryGetNonEnumeratedCount(out var count) ? count : 4);
        foreach (var (key, value) in entries) map.Set(key, value);
        map.IsFrozen = true;
        return new Value(Tag.Map, map, 0);
    }

    /// <summary>Reads a JSON element.</summary>
    public static Value FromJson(JsonElement element) => JsonReading.Read(element);

    /// <summary>Reads JSON text in UTF-8.</summary>
    /// <exception cref="JsonException">The text is not JSON, or nests deeper than 128.</exception>
    public static Value FromJson(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8);

    internal static Value Markup(string text) => new(Tag.Markup, text, 0);

    internal static Value Of(ValueObject value) => new(Tag.Object, value, 0);

    internal static Value Of(ListObject list) => new(Tag.List, list, 0);

    internal static Value Of(MapObject map) => new(Tag.Map, map, 0);

    internal static Value Tuple(params Value[] items) => new(Tag.Tuple, new ListObject(items, items.Length) { IsFrozen = true }, 0);

    /// <summary>The text, where this is one.</summary>
    public bool TryGetString(out string text)
    {
        text = IsText ? Text : "";
        return IsText;
    }

    /// <summary>The number, where this is a whole one of 64 bits.</summary>
    public bool TryGetInt64(out long number)
    {
        number = Bits;
        return Tag == Tag.Int;
    }

    /// <summary>The number, where this is one.</summary>
    public bool TryGetDouble(out double number)
    {
        number = Tag switch
        {
            Tag.Int => Bits,
            Tag.Float => Double,
            Tag.Big => (double)(BigInteger)Ref!,
            _ => 0,
        };
        return Tag is Tag.Int or Tag.Float or Tag.Big;
    }

    /// <summary>Whether this is <see cref="True"/> or <see cref="False"/>, and which.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = Bits != 0;
        return Tag == Tag.Bool;
    }

    /// <summary>The value of a key, where this is a map that has it.</summary>
    public bool TryGet(string key, out Value value)
    {
        if (Tag == Tag.Map) return Entries.TryGet(key, out value);
        value = Undefined;
        return false;
    }

    /// <summary>The items, where this is a list; else none.</summary>
    public IEnumerable<Value> EnumerateList()
    {
        if (!IsSequence) yield break;
        var list = Items;
        for (var i = 0; i < list.Count; i++) yield return list[i];
    }

    /// <summary>The entries, where this is a map; else none. Keys that are not text are printed.</summary>
    public IEnumerable<KeyValuePair<string, Value>> EnumerateMap()
    {
        if (Tag != Tag.Map) yield break;
        var map = Entries;
        for (var i = 0; i < map.Count; i++) yield return KeyValuePair.Create(map.KeyAt(i).ToString(), map.ValueAt(i));
    }

    /// <summary>Writes it as JSON; what JSON cannot say (undefined, macros) becomes null.</summary>
    public void ToJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonWriting.Write(writer, this, 0);
    }

    /// <inheritdoc/>
    public bool Equals(Value other) => Equality.AreEqual(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Equality.Hash(this);

    /// <summary>The same value.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Not the same value.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>As Python prints it (<c>True</c>, <c>None</c>, <c>['a', 1]</c>).</summary>
    public override string ToString() => Tag switch
    {
        Tag.String or Tag.Markup => Text,
        Tag.Int => Bits.ToString(CultureInfo.InvariantCulture),
        _ => PythonText.Str(this),
    };
}
