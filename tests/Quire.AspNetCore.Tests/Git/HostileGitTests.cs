using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Quire.AspNetCore.Tests.Support;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;
using Quire.Versioning.Protocol;
using Quire.Versioning.Trees;

namespace Quire.AspNetCore.Tests.Git;

/// <summary>What a client must not send: an error comes back, and nothing is stored.</summary>
public sealed class HostileGitTests : IAsyncLifetime
{
    private static readonly string None = new('0', 40);
    private GitShop _shop = null!;
    private int _before;

    public async ValueTask InitializeAsync()
    {
        _shop = await GitShop.Open();
        _shop.Pushed("p");
        _before = await _shop.ObjectCount("p");
    }

    public async ValueTask DisposeAsync()
    {
        (await _shop.ObjectCount("p")).ShouldBe(_before);
        _shop.Outside().Run("ls-remote", _shop.Url("p")).Split('\n').Length.ShouldBe(2);
        await _shop.DisposeAsync();
    }

    [Theory]
    [InlineData(EntryMode.Symlink, "link", "'link' is a symbolic link")]
    [InlineData(EntryMode.Submodule, "sub", "'sub' is a submodule")]
    [InlineData(EntryMode.File, ".git", "'.git'")]
    [InlineData(EntryMode.File, ".GIT ", "file system may take for '.git'")]
    [InlineData(EntryMode.File, "..", "the segment '..'")]
    [InlineData((EntryMode)0x81B6, "odd", "of mode")]
    public async Task Trees_that_break_the_rules_are_refused_naming_the_path(EntryMode mode, string name, string reason)
    {
        var blob = GitObject.Blob("x"u8.ToArray());
        var tree = TreeObject((mode, name, blob.Id));
        (await Push(Commit(tree.Id), tree, blob)).ShouldContain(reason);
    }

    [Fact]
    public async Task A_rule_is_broken_deep_in_history_too()
    {
        var blob = GitObject.Blob("x"u8.ToArray());
        var inner = TreeObject((EntryMode.Symlink, "link", blob.Id));
        var bad = TreeObject((EntryMode.Tree, "folder", inner.Id));
        var good = TreeObject((EntryMode.File, "a.txt", blob.Id));
        var first = Commit(bad.Id);
        (await Push(Commit(good.Id, first.Id), first, bad, inner, good, blob)).ShouldContain("'folder/link' is a symbolic link");
    }

    [Fact]
    public async Task Entries_twice_or_out_of_order_are_refused()
    {
        var blob = GitObject.Blob("x"u8.ToArray());
        var twice = TreeObject((EntryMode.File, "a", blob.Id), (EntryMode.File, "a", blob.Id));
        (await Push(Commit(twice.Id), twice, blob)).ShouldContain("Two entries are called 'a'");
        var unsorted = TreeObject((EntryMode.File, "b", blob.Id), (EntryMode.File, "a", blob.Id));
        (await Push(Commit(unsorted.Id), unsorted, blob)).ShouldContain("'a' is out of order");
    }

    [Fact]
    public async Task What_a_pack_does_not_bring_is_missing()
    {
        var blob = GitObject.Blob("nobody sends this"u8.ToArray());
        var tree = TreeObject((EntryMode.File, "a.txt", blob.Id));
        (await Push(Commit(tree.Id), tree)).ShouldContain("of 'a.txt' is neither in the pack nor in the store");
        (await Push(Commit(tree.Id))).ShouldContain("neither in the pack nor in the store");
        (await Push(Commit(ObjectId.EmptyTree, blob.Id))).ShouldContain("is not in the store");
        (await Send(Command(blob.Id), Pack())).ShouldContain("is not in the store");
    }

    [Fact]
    public async Task A_blob_in_the_place_of_a_commit_or_tree_is_refused()
    {
        var blob = GitObject.Blob("x"u8.ToArray());
        (await Send(Command(blob.Id), Pack(blob))).ShouldContain("branches and tags lead to commits");
        (await Push(Commit(blob.Id), blob)).ShouldContain("should be a tree");
    }

    [Fact]
    public async Task Truncated_and_damaged_packs_are_refused()
    {
        var blob = GitObject.Blob(Encoding.UTF8.GetBytes(new string('x', 500) + "y"));
        var tree = TreeObject((EntryMode.File, "a.txt", blob.Id));
        var commit = Commit(tree.Id);
        var pack = Pack(commit, tree, blob);
        for (var length = 0; length < pack.Length; length += 7)
            (await Send(Command(commit.Id), pack[..length])).ShouldNotContain("unpack ok\n000eok", Case.Sensitive, $"{length} bytes");
        for (var at = 0; at < pack.Length; at += 11)
        {
            var damaged = (byte[])pack.Clone();
            damaged[at] ^= 0x55;
            (await Send(Command(commit.Id), damaged)).ShouldNotContain("ok refs/heads/x", Case.Sensitive, $"byte {at}");
        }
    }

    [Fact]
    public async Task A_pack_that_lies_about_its_sizes_or_count_is_refused()
    {
        (await Send(Command(ObjectId.EmptyTree), Header(uint.MaxValue))).ShouldContain("objects; at most");
        var lying = Sealed([.. Header(1), 0xBF, 0xFF, 0xFF, 0xFF, 0x7F, .. Zlib.Compress("small"u8)]);
        (await Send(Command(ObjectId.EmptyTree), lying)).ShouldContain("bytes; at most");
    }

    [Fact]
    public async Task A_delta_bomb_is_refused_in_bounded_memory()
    {
        // A delta that copies 16 MiB sixteen times from a base of zeros, over and over.
        var zeros = new byte[1 << 20];
        var bytes = new ArrayBufferWriter<byte>();
        using var pack = new PackWriter(bytes, 2001);
        var first = pack.Add(ObjectKind.Blob, zeros.Length, Zlib.Compress(zeros, CompressionLevel.SmallestSize));
        // base size 2^20, result size 2^26, then copies of 64 KiB.
        byte[] delta = [0x80, 0x80, 0x40, 0x80, 0x80, 0x80, 0x20, .. Enumerable.Repeat((byte)0x80, 1024)];
        var compressed = Zlib.Compress(delta);
        for (var i = 0; i < 2000; i++)
            pack.AddDelta(first, delta.Length, compressed);
        pack.Finish();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        (await Send(Command(ObjectId.EmptyTree), bytes.WrittenSpan.ToArray())).ShouldContain("inflates to more than");
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(100L << 20);
    }

    [Fact]
    public async Task Deltas_in_a_circle_and_chains_without_end_are_refused()
    {
        var itself = Sealed([.. Header(1), 0x65, 0x00, .. Zlib.Compress("delta"u8)]);
        (await Send(Command(ObjectId.EmptyTree), itself)).ShouldNotContain("unpack ok");
        byte[] copyOne = [0x01, 0x01, 0x90, 0x01];
        var ring = new ArrayBufferWriter<byte>();
        using var pack = new PackWriter(ring, 2);
        pack.AddDelta(ObjectHash.OfBlob("a"u8), copyOne.Length, Zlib.Compress(copyOne));
        pack.AddDelta(ObjectHash.OfBlob("b"u8), copyOne.Length, Zlib.Compress(copyOne));
        pack.Finish();
        (await Send(Command(ObjectId.EmptyTree), ring.WrittenSpan.ToArray())).ShouldNotContain("unpack ok");
        (await Send(Command(ObjectId.EmptyTree), Chain(5000))).ShouldNotContain("unpack ok");
    }

    [Fact]
    public async Task An_id_that_is_there_with_other_bytes_is_a_collision()
    {
        // Nobody can make two blobs of one id at will, so the store is made to lie: the row of this id has other bytes.
        var real = GitObject.Blob("what the pusher sends"u8.ToArray());
        var forged = GitObject.Known(real.Id, ObjectKind.Blob, "what stands in the row"u8.ToArray());
        await _shop.Quire.Store.Write(session =>
        {
            session.Objects.Add(session.Projects.Find(_shop.Quire.Organisation.Id, "p")!.Id, [new StagedObject(forged, null)]);
            return true;
        });
        _before++;
        var tree = TreeObject((EntryMode.File, "a.txt", real.Id));
        (await Push(Commit(tree.Id), tree, real)).ShouldContain(real.Id.ToString());
    }

    [Fact]
    public async Task A_body_in_chunks_that_breaks_off_leaves_nothing()
    {
        var blob = GitObject.Blob(new byte[100_000]);
        var tree = TreeObject((EntryMode.File, "a.txt", blob.Id));
        var commit = Commit(tree.Id);
        byte[] body = [.. Command(commit.Id), .. Pack(commit, tree, blob)];
        foreach (var sent in (int[])[3, body.Length / 2, body.Length])
        {
            using var socket = new System.Net.Sockets.TcpClient();
            await socket.ConnectAsync(_shop.Quire.Address.Host, _shop.Quire.Address.Port);
            await using var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /git/main/p.git/git-receive-pack HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {_shop.Quire.Owner}\r\nConnection: close\r\n"
                + $"Content-Type: application/x-git-receive-pack-request\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n"));
            await stream.WriteAsync(body.AsMemory(0, sent));
            socket.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
            (await Answer(stream)).ShouldNotContain(" 200 ");
        }
    }

    // A server that has heard enough may close before it has read everything.
    private static async Task<string> Answer(Stream stream)
    {
        try
        {
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            return "";
        }
    }

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("application/x-git-upload-pack-request", null)]
    [InlineData("application/x-git-receive-pack-request", "br")]
    public async Task Bodies_of_other_kinds_are_not_read(string type, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/git/main/p.git/git-receive-pack") { Content = new ByteArrayContent([.. Command(ObjectId.EmptyTree), .. Pack()]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (encoding is not null)
            request.Content.Headers.ContentEncoding.Add(encoding);
        ((int)(await _shop.Quire.Client.SendAsync(request)).StatusCode).ShouldBe(415);
    }

    [Fact]
    public async Task A_hundred_thousand_refs_are_too_many()
    {
        var commands = new ArrayBufferWriter<byte>();
        for (var i = 0; i < 100_000; i++)
            PktLine.Write(commands, $"{None} {ObjectId.EmptyTree} refs/heads/b{i}{(i == 0 ? "\0report-status" : "")}");
        PktLine.WriteFlush(commands);
        byte[] body = [.. commands.WrittenSpan, .. Pack()];
        (await Raw(body)).ShouldFail(413, "too_large");
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(body);
        (await Raw(packed.ToArray(), encoding: "gzip")).ShouldFail(413, "too_large");
    }

    [Theory]
    [InlineData("ffff")]
    [InlineData("zzzz")]
    [InlineData("00")]
    [InlineData("0003")]
    [InlineData("00c8only a part of what was promised")]
    [InlineData("0010not a command")]
    [InlineData("0001")]
    public async Task Lines_that_never_end_or_are_none_are_refused(string body) =>
        (await Raw(Encoding.ASCII.GetBytes(body))).ShouldFail(400, "bad_request");

    [Fact]
    public async Task A_request_to_fetch_is_read_as_strictly()
    {
        foreach (var body in (string[])["ffff", "0012command=fetch\n", "0013command=nothing0000", "0011command=fetch00010012want nonsense\n0000"])
            (await Raw(Encoding.ASCII.GetBytes(body), "git-upload-pack")).ShouldFail(400, "bad_request");
        (await Raw(Encoding.ASCII.GetBytes($"0011command=fetch00010032want {new string('a', 40)}\n0009done\n0000"), "git-upload-pack")).Text.ShouldContain("ERR No branch or tag leads to");
    }

    [Fact]
    public async Task A_compressed_body_that_inflates_without_end_is_cut_off()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var line = Encoding.ASCII.GetBytes("0011command=fetch0001");
            await gzip.WriteAsync(line);
            var have = Encoding.ASCII.GetBytes($"0032have {None}\n");
            for (var i = 0; i < 400_000; i++)
                await gzip.WriteAsync(have);
        }
        packed.Length.ShouldBeLessThan(1 << 20);
        (await Raw(packed.ToArray(), "git-upload-pack", "gzip")).ShouldFail(413, "too_large");
    }

    private async Task<string> Push(GitObject commit, params GitObject[] others) => await Send(Command(commit.Id), Pack([commit, .. others]));

    private async Task<string> Send(byte[] commands, byte[] pack)
    {
        var reply = await Raw([.. commands, .. pack]);
        ((int)reply.Status).ShouldBe(200, reply.Text);
        reply.Text.ShouldContain("ng refs/heads/x");
        return reply.Text;
    }

    private async Task<Reply> Raw(byte[] body, string service = "git-receive-pack", string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/git/main/p.git/{service}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue($"application/x-{service}-request");
        if (encoding is not null)
            request.Content.Headers.ContentEncoding.Add(encoding);
        request.Headers.Add("Git-Protocol", "version=2");
        var message = await _shop.Quire.Client.SendAsync(request);
        return new Reply(message.StatusCode, message, await message.Content.ReadAsByteArrayAsync());
    }

    private static byte[] Command(ObjectId tip)
    {
        var output = new ArrayBufferWriter<byte>();
        PktLine.Write(output, $"{None} {tip} refs/heads/x\0report-status side-band-64k");
        PktLine.WriteFlush(output);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Pack(params GitObject[] objects)
    {
        var output = new ArrayBufferWriter<byte>();
        using var pack = new PackWriter(output, (uint)objects.Length);
        foreach (var value in objects)
            pack.Add(value.Kind, value.Body.Length, Zlib.Compress(value.Body.Span));
        pack.Finish();
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Chain(int length)
    {
        var output = new ArrayBufferWriter<byte>();
        using var pack = new PackWriter(output, (uint)length + 1);
        var below = pack.Add(ObjectKind.Blob, 1, Zlib.Compress("x"u8));
        for (var i = 1; i <= length; i++)
        {
            // Each is the one before and a byte more.
            var delta = Delta.Encode(Enumerable.Repeat((byte)'x', i).ToArray(), Enumerable.Repeat((byte)'x', i + 1).ToArray());
            below = pack.AddDelta(below, delta.Length, Zlib.Compress(delta));
        }
        pack.Finish();
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Header(uint count)
    {
        var header = new byte[12];
        "PACK"u8.CopyTo(header);
        header[7] = 2;
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), count);
        return header;
    }

#pragma warning disable CA5350 // The trailer of a pack is a SHA-1.
    private static byte[] Sealed(byte[] pack) => [.. pack, .. SHA1.HashData(pack)];
#pragma warning restore CA5350

    private static GitObject Commit(ObjectId tree, params ObjectId[] parents) => new(ObjectKind.Commit, Encoding.UTF8.GetBytes(
        $"tree {tree}\n{string.Concat(parents.Select(parent => $"parent {parent}\n"))}author A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nx\n"));

    private static GitObject TreeObject(params (EntryMode Mode, string Name, ObjectId Id)[] entries)
    {
        var body = new ArrayBufferWriter<byte>();
        foreach (var (mode, name, id) in entries)
        {
            body.Write(Encoding.UTF8.GetBytes($"{Convert.ToString((int)mode, 8)} {name}\0"));
            body.Write(id.ToByteArray());
        }
        return new GitObject(ObjectKind.Tree, body.WrittenSpan.ToArray());
    }
}
