// English texts about what is saved, what is not yet, and what could not be.

export const unsaved = {
  saved: "Saved.",
  more: "Saved. Because of what you answered, there are more questions on this page now.",
  waiting:
    "Not saved yet: we cannot reach the server. What you fill in stays on this device and is sent as soon as we can.",
  goOn: "Not sent yet: we cannot reach the server. What you filled in stays on this device. Leave the page open, and we go on as soon as we can.",
  refused:
    "This could not be saved. Press the button above, and you will see why. What you filled in is still here.",
  typedTitle: "What you filled in last",
  typedText: "It is not saved. You can copy it from here if you want to keep it.",
  withdrawnOn: "You need not do anything more and can close this page.",
  newWord: "When you send the changed answers you get a new word, and the word you have now stops working.",
  device:
    "If there is no network while you answer, what you fill in is kept on your device until it has been saved, and then removed from there.",
};
