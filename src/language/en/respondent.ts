// English texts of the pages where people answer, and of their own page.

export const respondent = {
  page: {
    next: "Next",
    send: "Send my answers",
    sendCorrected: "Send the changed answers",
    back: "Back",
    later: "Save and go on later",
    lastPage: "This is the last page. When you press the button, your answers are sent.",
    correcting:
      "You are changing answers that you have already sent. They stay as they are until you send again on the last page.",
    errorTitle: (title: string) => `Error: ${title}`,
    savedButUnfinished: "What you filled in is saved.",
  },
  notice: {
    "new-questions": {
      title: "There is a little more on this page",
      text: "Because of what you answered, more questions have appeared here. What you filled in is saved.",
    },
    check: {
      title: "Something is still missing here",
      text: "Before your answers can be sent, something on this page needs an answer. Everything else is saved.",
    },
    more: {
      title: "One more page",
      text: "You have not seen this page yet. Everything you filled in so far is saved.",
    },
    moved: {
      title: "We brought you back here",
      text: "The page you came from is not part of your questions. Nothing was saved from it; what you had saved before is kept.",
    },
    changed: {
      title: "Please look at this page once more",
      text: "The page you sent was an older one. Nothing was saved from it; what you had saved before is kept.",
    },
    blank: {
      title: "You have not answered anything",
      text: "Do you still want to send? Then press the button once more. You can also close the page and answer another day.",
    },
    saved: { title: "Saved", text: "You can go on from here." },
  },
  intro: {
    asks: (controller: string, role: string, municipality: string) =>
      `${controller} asks. You are asked as ${role}, ${municipality}.`,
    voluntary: "Answering is voluntary.",
    takes: (minutes: number) =>
      minutes === 1 ? "It takes about a minute." : `It takes about ${minutes} minutes.`,
    who: (minimumBase: number) =>
      `The project lead sees that you have answered, but not what. Results are shown for groups only, never with fewer than ${minimumBase} answers.`,
    stop: (closesOn: string) =>
      `You can stop at any time and go on later: open your link again, on any device, until the end of ${closesOn}.`,
    unsent:
      "If you do not send your answers, those you have saved count when the survey closes, provided they cover at least half of the questions. You can always withdraw them.",
    privacy: "How we use your data",
    no: "No thank you, wrong person, or left your post?",
    hasStance: {
      declined: "You have told us that you do not want to take part.",
      not_me: "You have told us that you are not the right person.",
      left_office: "You have told us that you no longer hold this post.",
    },
    stanceChange: "If you answer after all, that no longer applies.",
  },
  footer: {
    responsible: (controller: string, contact: string) => `Responsible: ${controller}. Questions? ${contact}`,
    privacy: "How we use your data",
    own: "My data",
    decline: "No thank you, or wrong person?",
    lost: "Lost your link?",
    code: "Type the code from your letter",
    accessibility: "Accessibility",
  },
  later: {
    title: "Your answers so far are saved",
    nothingTitle: "You can answer later",
    text: (closesOn: string) =>
      `Open the same link again when you want to go on, on this device or another one. You can answer until the end of ${closesOn}.`,
    correcting:
      "Your change is not sent yet: what you sent before counts until you send again. When you come back, choose to see your answers and type the word from your receipt.",
    code: "If you came here with a code from a letter, type the same code again.",
    goOn: "Go on now",
  },
  receipt: {
    title: "Thank you! Your answers have been received.",
    correctedTitle: "Thank you! Your changed answers have been received.",
    at: (time: string) => `Received on ${time}.`,
    wordTitle: "Your word",
    word: "With this word you can see, change or withdraw your answers. It is shown only here, so write it down or print the page. Nobody else has it, and we cannot look it up for you.",
    newWord: "Your earlier word no longer works.",
    own: "See my answers",
    change: (closesOn: string) => `You can change your answers until the end of ${closesOn}.`,
  },
  received: {
    title: "Your answers have been received",
    text: "They were sent earlier, here or on another device. You need not do anything more.",
    thisTime: "What you just sent was not saved, because the answers had already been sent.",
    wordTitle: "See, change or withdraw your answers",
    wordText:
      "Type the word that was on your receipt. This way nobody else who gets hold of your link can see your answers.",
    word: "Your word",
    button: "Go to my data",
    wrong: "That is not the word. Please check the spelling.",
    tooMany: "Too many attempts. For safety you have to wait an hour before you try again.",
    lostWord: (contact: string) =>
      `Have you lost the word? Then we cannot show your answers, since we do not know who you are. If you want to withdraw them, contact ${contact}.`,
  },
  own: {
    title: "My data",
    promised: "What we promised",
    answersTitle: "What you have answered",
    noAnswers: "No answers are stored.",
    draftTitle: "What you have filled in so far",
    draftText: "It has not been sent yet.",
    storedTitle: "What else is stored here",
    role: "Asked as",
    municipality: "Municipality",
    group: "Group",
    language: "Language",
    invited: "On the list since",
    started: "First answer saved",
    savedAt: "Last saved",
    submitted: "Sent",
    corrected: "Changed answers sent",
    withdrawn: "Withdrawn",
    contactNote:
      "Your name and address are kept apart from your answers, encrypted. Ask the contact person if you want to see or correct them.",
    whoTitle: "Who can see it, and until when",
    whoLead: "The project lead sees whether you have answered, by role and municipality, but not what.",
    whoEvaluator: "Those who work with the results see answers without names.",
    whoSame: "In this study the same person may lead the project and work with the results.",
    whoBase: (minimumBase: number) => `Nothing is shown that rests on fewer than ${minimumBase} answers.`,
    until: (linkEndsOn: string) =>
      `Until the end of ${linkEndsOn} your answers can be connected to you. Then the key is destroyed, and nobody can do it any more.`,
    exportTitle: "Take your data with you",
    exportText: "As text",
    exportJson: "As a data file (JSON)",
    changeTitle: "Change your answers",
    changeText:
      "You go through the pages again. Your answers stay as they are until you send the changed ones.",
    changeButton: "Change my answers",
    changeGoOn: "Go on changing",
    changeDrop: "Keep the answers as they were",
    changeBegun: "You have begun to change your answers, but not sent the changes.",
    changeClosed: "The survey has closed, so answers can no longer be changed.",
    answerGoOn: "Go on answering",
    furtherTitle: "Further rounds",
    furtherYes: "We will ask the same questions again in a later round, and write to you then.",
    furtherNo: "You have said no to further rounds. We will not write to you about them.",
    furtherDecline: "No thank you to further rounds",
    furtherAccept: "I would like to be asked again after all",
    withdrawTitle: "Withdraw your answers",
    withdrawText: "Your answers are erased and left out of every result made from then on.",
    withdrawLink: "Withdraw …",
    expires:
      "For your safety this page closes after two hours. With your link and your word you can open it again.",
  },
  withdraw: {
    title: "Withdraw your answers?",
    text: "The answers are erased at once. This cannot be undone. Results that have already been published stand, but your answers are left out of everything made afterwards.",
    scope: "What would you like to withdraw?",
    wave: "Only the answers of this round",
    study: "All my answers of every round, and take no further part",
    choose: "Please choose what you would like to withdraw.",
    otherRounds: "My answers of the other rounds too, and take no further part",
    button: "Withdraw and erase",
    keep: "No, keep them",
  },
  withdrawn: {
    left: "That you were asked, and that you withdrew, is still noted. You can see what is stored on the page “My data”.",
    nothingStored: "No answers of this round are stored any more.",
    otherRounds: (rounds: string) =>
      `Your answers of other rounds are still stored (round ${rounds}). You reach them with the link to that round.`,
    outOfStudy: "You take no further part in the study. We will not write to you about later rounds.",
    rest: "Withdraw the other rounds too …",
    title: "Your answers have been withdrawn",
    text: "They are erased and are part of no result made from now on. Thank you for telling us.",
    contact: (contact: string) =>
      `Do you want your name and address erased as well, or do you have questions? Contact ${contact}.`,
  },
  decline: {
    title: "Not you, or no thank you?",
    text: "Tell us with one press. You will get no more reminders in this round.",
    noTitle: "I do not want to take part",
    noText: "That is quite all right, and you need not say why.",
    no: "No, thank you",
    notMeTitle: "I am not the right person",
    notMeText: "For instance if this was sent to the wrong address.",
    notMe: "It is not me",
    leftTitle: "I no longer hold this post",
    leftText: "Then we will ask whoever holds it now.",
    leftOn: "Last day in the post, if you like to tell us",
    leftOnHint: "For example 2026-05-31. You can leave this empty.",
    leftOnProblem: "Please write a date like 2026-05-31, or leave it empty.",
    left: "I no longer hold this post",
    backToQuestions: "To the questions",
    doneTitle: "Thank you for telling us",
    done: {
      declined:
        "We have noted that you do not want to take part. You will get no more reminders in this round.",
      not_me:
        "We have noted that you are not the right person. We will not write to this address again in this round.",
      left_office:
        "We have noted that you no longer hold this post. We will not write to you about it again in this round.",
    },
    undoText: "Pressed by mistake, or changed your mind?",
    undo: "Undo",
    undone: "That is undone. You can answer as before.",
    furtherText: "You can also say no to later rounds on the page “My data”.",
    tooLate: "This round has closed, so there is nothing you need to decline.",
  },
  situation: {
    unknown: {
      title: "This link does not work",
      text: "Please check that the whole link came along from your mail or letter. You can also get a new one.",
    },
    expired: {
      title: "This link has expired",
      text: "It was valid until the study's promised date. Names and answers can no longer be connected.",
    },
    "own-expired": {
      title: "This page has closed",
      text: "For your safety it closes after two hours. Open your own link again and type your word.",
    },
    revoked: {
      title: "This link is no longer valid",
      text: "A new one has been sent instead. Please use the link in the latest mail or letter.",
    },
    "not-yet-open": {
      title: "Not open yet",
      text: (opensOn: string) => `You can answer from ${opensOn}. The same link works then.`,
    },
    closed: {
      title: "The survey has closed",
      text: (closesOn: string) => `Answers were taken until ${closesOn}. Thank you for your interest.`,
      hasDraft:
        "You had begun to answer. What you saved counts if it covers at least half of the questions. On the page “My data” you can see and withdraw it.",
      notSaved: "What you just sent came too late and was not saved.",
    },
    getNew: "Get a new link by e-mail",
    typeCode: "Type the code from a letter",
    contact: (contact: string) => `Questions? Contact ${contact}.`,
    own: "My data",
  },
  code: {
    title: "Type your code",
    text: "The code is in the letter you were sent.",
    label: "Code",
    hint: "Twelve letters and digits. Dashes and capitals do not matter.",
    button: "Go on",
    wrong: "There is no such code. Please check it against the letter.",
    tooMany: "Too many attempts. Please wait a quarter of an hour and try again.",
    lost: "No letter at hand?",
  },
  lost: {
    title: "Get your link again",
    text: "Type your e-mail address. If somebody with that address is being asked, a mail with a new link is sent to it.",
    label: "E-mail address",
    button: "Send me a new link",
    problem: "Please write an e-mail address, for example name@example.org.",
    tooMany: "Too many attempts. Please wait a quarter of an hour and try again.",
    sentTitle: "Thank you",
    sent: "If somebody with that address is being asked, a mail is on its way. It can take a few minutes; please look in the junk mail too. For reasons of privacy we cannot say here whether the address is on a list.",
    noMail: "Nothing came? Then you may have been asked at another address, or by letter.",
    another: "Try another address",
  },
  start: {
    title: "Answer a survey",
    text: "Do you have a personal link? Then open it from your mail. Otherwise you can go on here.",
    staff: "For those who run a study: sign in",
  },
  accessibility: {
    title: "Accessibility",
    paragraphs: [
      "The pages where people answer are made to meet the European standard for accessible services (WCAG 2.2, level AA). They work without JavaScript and without cookies, with the keyboard alone, with a screen reader and enlarged four times.",
      "Has something not worked for you? Please tell the contact person of your study. They can also give you the questions in another way, such as by telephone or on paper.",
    ],
  },
  privacy: {
    back: "Back to the questions",
    cookies: "These pages set no cookies, load nothing from elsewhere and follow nobody.",
  },
  export: {
    heading: (study: string) => `My data: ${study}`,
    madeAt: (time: string) => `Taken out on ${time}`,
    notAnswered: "not answered",
  },
};
