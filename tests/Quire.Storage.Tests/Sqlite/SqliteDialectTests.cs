using Microsoft.Data.Sqlite;
using Quire.Core.Errors;
using Quire.Storage.Sqlite;

namespace Quire.Storage.Tests.Sqlite;

public sealed class SqliteDialectTests
{
    [Theory]
    [InlineData(13, StoreCodes.Full)]
    [InlineData(10, StoreCodes.Io)]
    [InlineData(14, StoreCodes.Io)]
    [InlineData(8, StoreCodes.Io)]
    [InlineData(11, StoreCodes.Damaged)]
    [InlineData(26, StoreCodes.Damaged)]
    [InlineData(5, StoreCodes.Busy)]
    [InlineData(6, StoreCodes.Busy)]
    [InlineData(1, StoreCodes.Failed)]
    public void Errors_of_the_writer_have_codes_of_their_own(int code, string expected) =>
        new SqliteDialect(writes: true).Translate(new SqliteException("x", code)).ShouldBeOfType<QuireException>().Error.Code.ShouldBe(expected);

    [Fact]
    public void A_reader_that_cannot_write_did_something_wrong() =>
        new SqliteDialect(writes: false).Translate(new SqliteException("x", 8)).ShouldBeOfType<InvalidOperationException>();

    [Fact]
    public void A_constraint_is_the_callers_mistake() =>
        new SqliteDialect(writes: true).Translate(new SqliteException("x", 19)).ShouldBeOfType<InvalidOperationException>();
}
