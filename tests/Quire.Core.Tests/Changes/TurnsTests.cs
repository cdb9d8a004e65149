using Quire.Core.Changes;

namespace Quire.Core.Tests.Changes;

public sealed class TurnsTests
{
    private readonly Turns _turns = new();

    [Fact]
    public async Task Writers_go_together_until_one_asks_to_go_alone_and_nobody_overtakes_it()
    {
        var first = await _turns.Take(alone: false, default);
        var second = await _turns.Take(alone: false, default);
        var alone = _turns.Take(alone: true, default);
        var late = _turns.Take(alone: false, default);

        first.Dispose();
        alone.IsCompleted.ShouldBeFalse();
        second.Dispose();
        var turn = await alone;
        late.IsCompleted.ShouldBeFalse();
        turn.Dispose();
        (await late).Dispose();
        (await _turns.Take(alone: true, default)).Dispose();
    }

    [Fact]
    public async Task Turns_are_given_in_the_order_in_which_they_were_asked_for()
    {
        var order = new List<int>();
        var first = await _turns.Take(alone: true, default);
        var waiting = Enumerable.Range(0, 20).Select(async number =>
        {
            using var turn = await _turns.Take(alone: true, default);
            order.Add(number);
        }).ToList();
        first.Dispose();
        await Task.WhenAll(waiting);
        order.ShouldBe(Enumerable.Range(0, 20));
    }

    [Fact]
    public async Task Who_gives_up_waiting_keeps_nobody_waiting()
    {
        using var source = new CancellationTokenSource();
        var together = await _turns.Take(alone: false, default);
        var alone = _turns.Take(alone: true, source.Token);
        var behind = _turns.Take(alone: false, default);

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => alone);
        (await behind).Dispose();
        together.Dispose();
        (await _turns.Take(alone: true, default)).Dispose();
    }

    [Fact]
    public async Task A_turn_ends_once_however_often_it_is_disposed()
    {
        var first = await _turns.Take(alone: false, default);
        var second = await _turns.Take(alone: false, default);
        first.Dispose();
        first.Dispose();
        var alone = _turns.Take(alone: true, default);
        alone.IsCompleted.ShouldBeFalse();
        second.Dispose();
        (await alone).Dispose();
    }
}
