using System.Buffers;
using System.Text;
using Quire.Redis.Protocol;
using Quire.Testing;

namespace Quire.Redis.Tests.Protocol;

public sealed class RespReaderTests
{
    [Theory]
    [InlineData("+OK\r\n", "Simple", "OK", 0)]
    [InlineData("-ERR no\r\n", "Error", "ERR no", 0)]
    [InlineData(":-42\r\n", "Integer", "", -42)]
    [InlineData("$5\r\na\r\nbc\r\n", "Bulk", "a\r\nbc", 0)]
    [InlineData("$0\r\n\r\n", "Bulk", "", 0)]
    [InlineData("$-1\r\n", "Null", "", 0)]
    [InlineData("*-1\r\n", "Null", "", 0)]
    [InlineData("*0\r\n", "Array", "", 0)]
    public void Each_kind_of_reply_is_read(string text, string kind, string bytes, long number)
    {
        var reply = Read(text).ShouldHaveSingleItem();

        (reply.Kind.ToString(), reply.Text, reply.Number).ShouldBe((kind, bytes, number));
    }

    [Fact]
    public void Lists_hold_lists()
    {
        var reply = Read("*2\r\n$1\r\n7\r\n*2\r\n$1\r\na\r\n:3\r\n").ShouldHaveSingleItem();

        reply.Items[0].Text.ShouldBe("7");
        reply.Items[1].Items.Select(item => (item.Kind, item.Text, item.Number)).ShouldBe([(RespKind.Bulk, "a", 0), (RespKind.Integer, "", 3)]);
    }

    [Fact]
    public void Wherever_the_network_cuts_the_replies_are_the_same()
    {
        const string Text = "+OK\r\n*2\r\n$3\r\nfoo\r\n$-1\r\n:12\r\n$4\r\n\r\n\r\n\r\n-ERR x\r\n";
        var whole = Read(Text).Select(Show).ToList();
        for (var cut = 0; cut <= Text.Length; cut++)
            Read(Text[..cut], Text[cut..]).Select(Show).ShouldBe(whole);
    }

    [Theory]
    [InlineData("!hello\r\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    [InlineData("$x\r\n")]
    [InlineData("$-2\r\n")]
    [InlineData("$99999999999\r\n")]
    [InlineData("*1000000\r\n")]
    [InlineData(":1x\r\n")]
    [InlineData("$3\r\nabcdef\r\n")]
    [InlineData("*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n:1\r\n")]
    public void What_is_no_reply_or_larger_than_any_is_refused(string text) => Should.Throw<RedisException>(() => Read(text));

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory() => Should.Throw<RedisException>(() => Read("+" + new string('x', 100_000)));

    [Fact]
    public void Random_bytes_are_refused_or_wait_for_more()
    {
        var random = Seeds.NewRandom();
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(1, 40)];
            random.NextBytes(bytes);
            bytes[0] = (byte)"+-:$*"[random.Next(5)];
            try
            {
                var sequence = new ReadOnlySequence<byte>(bytes);
                while (RespReader.TryRead(ref sequence, out _))
                {
                }
            }
            catch (RedisException)
            {
            }
        }
    }

    [Fact]
    public void A_command_is_a_list_of_its_parts_in_bytes() =>
        Encoding.UTF8.GetString(RespCommand.Of("SET", "ä", "")).ShouldBe("*3\r\n$3\r\nSET\r\n$2\r\nä\r\n$0\r\n\r\n");

    private static string Show(RespReply reply) => $"{reply.Kind} {reply.Text} {reply.Number} [{string.Join(',', reply.Items.Select(Show))}]";

    private static List<RespReply> Read(params string[] pieces)
    {
        var replies = new List<RespReply>();
        var waiting = Array.Empty<byte>();
        foreach (var piece in pieces)
        {
            var sequence = new ReadOnlySequence<byte>([.. waiting, .. Encoding.UTF8.GetBytes(piece)]);
            while (RespReader.TryRead(ref sequence, out var reply))
                replies.Add(reply);
            waiting = sequence.ToArray();
        }
        return replies;
    }
}
