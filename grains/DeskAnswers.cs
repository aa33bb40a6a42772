using Monitor.Rules;
using Monitor.Rules.Desk;

namespace Monitor.Grains;

/// <summary>Turns what the desk decided of a command into what the person is told.</summary>
internal static class DeskAnswers
{
    public static CommandOutcome For(DeskAnswer answer, Alarm alarm) => answer switch
    {
        DeskAnswer.Done done => new CommandOutcome(CommandResult.Done, done.Step.Next),
        DeskAnswer.Conflict conflict => new CommandOutcome(CommandResult.Conflict, alarm, conflict.Sentence),
        DeskAnswer.Refused refused => new CommandOutcome(CommandResult.Refused, alarm, refused.Sentence),
        _ => throw new InvalidOperationException($"An answer nobody knows: {answer.GetType().Name}."),
    };

    public static CommandOutcome NotFound(DeskCommand command) => new(
        CommandResult.NotFound,
        null,
        new Text($"没有告警 {command.AlarmId}。", $"There is no alarm {command.AlarmId}."));

    /// <summary>The same command again is answered as the first time; the same key for anything else is somebody's mistake.</summary>
    public static CommandOutcome Repeated(DeskEvent before, DeskCommand command) =>
        before.Alarm.Id == command.AlarmId && before.By == command.By && before.Kind == KindOf(command.Verb)
            ? new CommandOutcome(CommandResult.Done, before.Alarm)
            : new CommandOutcome(
                CommandResult.Refused,
                before.Alarm,
                new Text("此操作编号已用于另一项操作。", "This Idempotency-Key was used for another command."));

    private static AlarmEventKind KindOf(DeskVerb verb) => verb switch
    {
        DeskVerb.Acknowledge => AlarmEventKind.Acknowledged,
        DeskVerb.Resolve => AlarmEventKind.Resolved,
        _ => AlarmEventKind.Noted,
    };
}
