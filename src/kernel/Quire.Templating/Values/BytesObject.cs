using System.Globalization;
using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Python's <c>bytes</c>, which templates only meet through <c>encode()</c>.</summary>
internal sealed class BytesObject(byte[] bytes) : ValueObject
{
    public override string TypeName => "bytes";

    public override long Length => bytes.Length;

    public override void WriteRepr(OutputBuffer output, int depth)
    {
        var quote = bytes.AsSpan().Contains((byte)'\'') && !bytes.AsSpan().Contains((byte)'"') ? '"' : '\'';
        output.Write('b');
        output.Write(quote);
        foreach (var b in bytes)
        {
            if (b == quote || b == '\\')
            {
                output.Write('\\');
                output.Write((char)b);
            }
            else if (b is >= 32 and < 127) output.Write((char)b);
            else output.Write(b switch { (byte)'\n' => "\\n", (byte)'\r' => "\\r", (byte)'\t' => "\\t", _ => "\\x" + b.ToString("x2", CultureInfo.InvariantCulture) });
        }
        output.Write(quote);
    }

    public override bool EqualTo(in Value other) => other.Ref is BytesObject o && o.Bytes.SequenceEqual(bytes);

    public override int HashCode() => bytes.Length;

    private ReadOnlySpan<byte> Bytes => bytes;

    public override bool TryGetItem(RenderContext context, in Value key, out Value value)
    {
        value = default;
        if (key.Tag != Tag.Int) return false;
        var index = key.Bits < 0 ? key.Bits + bytes.Length : key.Bits;
        if (index < 0 || index >= bytes.Length) return false;
        value = Value.Number(bytes[index]);
        return true;
    }

    public override bool TryGetAttribute(RenderContext context, string name, out Value value)
    {
        value = name == "decode" ? Value.Of(new MethodObject(Value.Of(this), Decode)) : default;
        return !value.IsMissing;
    }

    private static readonly Definition Decode = new("decode", ["encoding?", "errors?"], static (_, in v, in _) => Value.String(System.Text.Encoding.UTF8.GetString(((BytesObject)v.Ref!).Bytes)));

    public override ValueIterator Iterate(RenderContext context)
    {
        context.AllocateItems(bytes.Length);
        var items = Array.ConvertAll(bytes, b => Value.Number(b));
        return new ListIterator(new ListObject(items, items.Length));
    }
}
