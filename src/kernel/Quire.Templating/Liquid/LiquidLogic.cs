using System.Numerics;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>Truth, equality, order, members and printing as Liquid has them.</summary>
internal static class LiquidLogic
{
    public static bool IsTrue(in Value value) => value.Tag switch
    {
        Tag.None or Tag.Undefined or Tag.Missing => false,
        Tag.Bool => value.Bits != 0,
        _ => true,
    };

    public static bool IsNothing(in Value value) => value.Tag == Tag.None || value.IsUndefined;

    public static bool AreEqual(in Value a, in Value b)
    {
        if (a.Ref is LiquidSpecial left) return left.Matches(b);
        if (b.Ref is LiquidSpecial right) return right.Matches(a);
        if (IsNothing(a) || IsNothing(b)) return IsNothing(a) && IsNothing(b);
        if (a.Tag == Tag.Bool != (b.Tag == Tag.Bool)) return false;
        return Equality.AreEqual(a, b);
    }

    public static bool Compare(LiquidRun run, in Value a, string op, in Value b)
    {
        switch (op)
        {
            case "==": return AreEqual(a, b);
            case "!=" or "<>": return !AreEqual(a, b);
            case "contains": return Contains(run, a, b);
        }
        if (IsNothing(a) || IsNothing(b) || a.Ref is LiquidSpecial || b.Ref is LiquidSpecial || a.Tag == Tag.Bool || b.Tag == Tag.Bool) return false;
        var isOrdered = (a.IsNumber && b.IsNumber) || (a.IsText && b.IsText);
        if (!isOrdered) throw Errors.Type($"comparison of {TypeName(a)} with {TypeName(b)} failed");
        var order = Comparison.Order(a, b, op);
        return op switch { "<" => order is -1, "<=" => order is -1 or 0, ">" => order is 1, _ => order is 0 or 1 };
    }

    public static string TypeName(in Value value) => value.Kind switch
    {
        ValueKind.String => "text",
        ValueKind.Integer or ValueKind.Float => "a number",
        ValueKind.List => "a list",
        ValueKind.Map => "a map",
        _ => "a value",
    };

    public static Value Member(LiquidRun run, in Value owner, string name)
    {
        if (owner.Tag == Tag.Map && owner.Entries.TryGet(name, out var value)) return value;
        if (owner.Tag == Tag.Object && owner.Object.TryGetAttribute(run.Context, name, out value)) return value;
        switch (name)
        {
            case "size" when Size(owner) is >= 0 and var size: return Value.Number(size);
            case "first": return First(run, owner);
            case "last": return Last(owner);
        }
        return Value.None;
    }

    public static Value Item(LiquidRun run, in Value owner, in Value key)
    {
        if (owner.IsSequence)
        {
            if (key.Tag == Tag.Int)
            {
                var index = key.Bits < 0 ? key.Bits + owner.Items.Count : key.Bits;
                return index >= 0 && index < owner.Items.Count ? owner.Items[(int)index] : Value.None;
            }
        }
        else if (owner.Tag == Tag.Map && key.Tag is not (Tag.List or Tag.Map) && owner.Entries.TryGet(key, out var value)) return value;
        return key.IsText ? Member(run, owner, key.Text) : Value.None;
    }

    public static long Size(in Value value) => value.Tag switch
    {
        Tag.String or Tag.Markup => CodePoints.Count(value.Text),
        Tag.List or Tag.Tuple => value.Items.Count,
        Tag.Map => value.Entries.Count,
        Tag.Object when value.Ref is LiquidRange range => range.Length,
        _ => -1,
    };

    public static Value First(LiquidRun run, in Value value)
    {
        if (value.IsSequence) return value.Items.Count > 0 ? value.Items[0] : Value.None;
        if (value.Tag == Tag.Map && value.Entries.Count > 0) return Pair(value.Entries, 0);
        if (value.Ref is LiquidRange { Length: > 0 } range) return Value.Number(range.Start);
        return value.IsText && value.Text.Length > 0 ? Value.String(CodePoints.At(value.Text, 0)) : Value.None;
    }

    public static Value Last(in Value value)
    {
        if (value.IsSequence) return value.Items.Count > 0 ? value.Items[value.Items.Count - 1] : Value.None;
        if (value.Ref is LiquidRange { Length: > 0 } range) return Value.Number(range.Start + range.Length - 1);
        if (!value.IsText || value.Text.Length == 0) return Value.None;
        var text = value.Text;
        var width = text.Length > 1 && char.IsSurrogatePair(text[^2], text[^1]) ? 2 : 1;
        return Value.String(text[^width..]);
    }

    public static Value Pair(MapObject map, int position) => Value.List(map.KeyAt(position), map.ValueAt(position));

    /// <summary>The items of a collection: of a map its pairs, of anything else itself.</summary>
    public static Value[] ToArray(LiquidRun run, in Value value)
    {
        if (value.IsSequence) return Iteration.ToArray(run.Context, value);
        if (value.Ref is LiquidRange range) return range.ToArray(run.Context);
        if (value.Tag != Tag.Map) return IsNothing(value) || value.Ref is LiquidSpecial ? [] : [value];
        var map = value.Entries;
        run.Context.AllocateItems(map.Count * 3L);
        run.Context.Spend(map.Count);
        var pairs = new Value[map.Count];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = Pair(map, i);
        return pairs;
    }

    public static string Text(LiquidRun run, in Value value)
    {
        if (value.IsText) return value.Text;
        var mark = run.Context.Output.Length;
        Write(run, value, 0);
        return run.Context.Take(mark);
    }

    /// <summary>Prints: lists run together, maps as Ruby shows them.</summary>
    public static void Write(LiquidRun run, in Value value, int depth)
    {
        var output = run.Context.Output;
        switch (value.Tag)
        {
            case Tag.String or Tag.Markup: run.Context.WriteText(value.Text); break;
            case Tag.Int: output.Write(value.Bits); break;
            case Tag.Float: output.Write(value.Double); break;
            case Tag.Big: output.Write(PythonText.Big((BigInteger)value.Ref!)); break;
            case Tag.Bool: output.Write(value.Bits != 0 ? "true" : "false"); break;
            case Tag.List or Tag.Tuple: WriteItems(run, value.Items, depth); break;
            case Tag.Map: Inspect(run, value, depth); break;
            case Tag.Object when value.Object.PrintedText is { } text: output.Write(text); break;
            case Tag.Object: output.Write(value.Object.TypeName); break;
        }
    }

    private static void WriteItems(LiquidRun run, ListObject list, int depth)
    {
        if (depth > 200) throw Errors.Recursion();
        for (var i = 0; i < list.Count; i++)
        {
            run.Context.Step();
            Write(run, list[i], depth + 1);
        }
    }

    private static void Inspect(LiquidRun run, in Value value, int depth)
    {
        if (depth > 200) throw Errors.Recursion();
        var output = run.Context.Output;
        run.Context.Step();
        switch (value.Tag)
        {
            case Tag.String or Tag.Markup: new JsonText(run.Context).Write(value, 0); break;
            case Tag.Map:
                output.Write('{');
                for (var i = 0; i < value.Entries.Count; i++)
                {
                    if (i > 0) output.Write(", ");
                    Inspect(run, value.Entries.KeyAt(i), depth + 1);
                    output.Write("=>");
                    Inspect(run, value.Entries.ValueAt(i), depth + 1);
                }
                output.Write('}');
                break;
            case Tag.List or Tag.Tuple:
                output.Write('[');
                for (var i = 0; i < value.Items.Count; i++)
                {
                    if (i > 0) output.Write(", ");
                    Inspect(run, value.Items[i], depth + 1);
                }
                output.Write(']');
                break;
            case Tag.None: output.Write("nil"); break;
            default: Write(run, value, depth); break;
        }
    }

    private static bool Contains(LiquidRun run, in Value container, in Value item)
    {
        if (IsNothing(item) || IsNothing(container)) return false;
        switch (container.Tag)
        {
            case Tag.String or Tag.Markup: return container.Text.Contains(Text(run, item), StringComparison.Ordinal);
            case Tag.Map: return item.Tag is not (Tag.List or Tag.Map) && container.Entries.Find(item) >= 0;
            case Tag.List or Tag.Tuple:
                if (item.Tag == Tag.Bool && item.Bits == 0) return false;
                foreach (ref readonly var candidate in container.Items.Span)
                {
                    run.Context.Step();
                    if (AreEqual(candidate, item)) return true;
                }
                return false;
            default: return false;
        }
    }
}
