using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Quire.Prompts.Tokens;

/// <summary>
/// A vocabulary of byte pairs, and the counting of tokens by it: a text is cut into pieces, and in each piece the pair of
/// lowest rank is joined until no pair is known. Immutable and shareable.
/// </summary>
public sealed class TokenVocabulary
{
    /// <summary>The most tokens of a vocabulary.</summary>
    public const int MaxTokens = 2_000_000;

    /// <summary>The longest token, in bytes.</summary>
    public const int MaxTokenBytes = 4096;

    private const int Bytes = 256;
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _ranks;
    private readonly TokenPattern _pattern;

    private TokenVocabulary(string name, TokenPattern pattern, Dictionary<byte[], int> ranks)
    {
        (Name, _pattern, Size) = (name, pattern, ranks.Count);
        _ranks = ranks.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>How many tokens it has.</summary>
    public int Size { get; }

    /// <summary>Reads a file of tiktoken's format: a line per token, its bytes in base64, a blank, its rank.</summary>
    /// <param name="name">What people call the vocabulary.</param>
    /// <param name="file">The file.</param>
    /// <param name="pattern">How its makers cut texts.</param>
    /// <exception cref="FormatException">It is no such file; the message names the line and the reason.</exception>
    public static TokenVocabulary Parse(string name, ReadOnlySpan<byte> file, TokenPattern pattern)
    {
        var ranks = new Dictionary<byte[], int>(ByteSpanComparer.Instance);
        var line = 0;
        foreach (var range in file.Split((byte)'\n'))
        {
            line++;
            var text = file[range].TrimEnd((byte)'\r');
            if (!text.IsEmpty && !TryAdd(ranks, text))
                throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"line {line} is not the base64 of a token of at most {MaxTokenBytes} bytes, a blank and its rank, each of them once"));
            if (ranks.Count > MaxTokens)
                throw Wrong(name, $"it has more than {MaxTokens} tokens");
        }

        var vocabulary = new TokenVocabulary(name, pattern, ranks);
        for (var value = 0; value < Bytes; value++)
        {
            if (!vocabulary._ranks.ContainsKey([(byte)value]))
                throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"the single byte 0x{value:x2} is no token, so some texts could not be counted"));
        }

        return vocabulary;
    }

    /// <summary>The number of tokens. Words that stand for special tokens are counted as the text that they are. Takes n log n time for any text.</summary>
    public long Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = new TextPieces(_pattern, text);
        var joining = new PairJoining(this);
        var buffer = ArrayPool<byte>.Shared.Rent(1024);
        var tokens = 0L;
        for (var start = 0; start < text.Length;)
        {
            var end = pieces.End(start);
            var piece = text.AsSpan(start, end - start);
            if (buffer.Length < Encoding.UTF8.GetMaxByteCount(piece.Length))
            {
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(piece.Length));
            }

            var bytes = buffer.AsSpan(0, Encoding.UTF8.GetBytes(piece, buffer));
            tokens += RankOf(bytes) is not null ? 1 : joining.Count(bytes);
            start = end;
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return tokens;
    }

    /// <summary>The rank of a token; null where the bytes are none.</summary>
    internal int? RankOf(ReadOnlySpan<byte> bytes) => bytes.Length <= MaxTokenBytes && _ranks.TryGetValue(bytes, out var rank) ? rank : null;

    private static bool TryAdd(Dictionary<byte[], int> ranks, ReadOnlySpan<byte> line)
    {
        var blank = line.IndexOf((byte)' ');
        if (blank <= 0 || !Utf8Parser.TryParse(line[(blank + 1)..], out int rank, out var read) || read != line.Length - blank - 1 || rank < 0)
            return false;
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(blank)];
        return Base64.DecodeFromUtf8(line[..blank], bytes, out _, out var written) == OperationStatus.Done
            && written is > 0 and <= MaxTokenBytes
            && ranks.TryAdd(bytes[..written], rank);
    }

    private static FormatException Wrong(string name, string reason) => new($"The vocabulary '{name}' cannot be read: {reason}.");
}
