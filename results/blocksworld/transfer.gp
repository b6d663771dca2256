# transfer.svg, drawn from transfer.tsv. To change it, edit this file and run: gnuplot transfer.gp
set terminal svg size 805,336 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'transfer'
set output 'transfer.svg'
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.2111
set rmargin at screen 0.9628
set tmargin at screen 0.8274
set bmargin at screen 0.3214
set label '{/:Bold Trained on one class of problems, asked all of them}' at screen 0.0174, screen 0.9405 font ',14'
set label 'Rows: trained on, 2 to 6 blocks. Plans that work, found by greedy decoding. Goals are listed in random order but where their order is named.' at screen 0.0174, screen 0.0893 font ',10' tc rgb '#555555'
set label 'Exact match in percent, median of 5 seeds. Chance: below 0.1 %.' at screen 0.0174, screen 0.0446 font ',10' tc rgb '#555555'
unset border
set xrange [0.5:6.5]
set yrange [5.5:0.5]
set palette defined (0 '#ffffff', 100 '#0072B2')
set cbrange [0:100]
unset colorbox
set xlabel 'asked, at five blocks' offset 0,-0.3
# the place of a column
place(x) = x == 1 ? 1 : x == 2 ? 2 : x == 3 ? 3 : x == 4 ? 4 : x == 5 ? 5 : x == 6 ? 6 : NaN
set xtics scale 0 ('table to'."\n".'stack' 1, 'goal from'."\n".'the bottom' 2, 'goal from'."\n".'the top' 3, 'lexicographic' 4, 'single goal'."\n".'stack' 5, 'general' 6)
set ytics scale 0 ('table to stack' 1, 'goal from the bottom' 2, 'lexicographic' 3, 'single goal stack' 4, 'general' 5)
plot 'transfer.tsv' using (place(pick('median',1,'x'))):(1):(0.48):(0.46):(pick('median',1,'value')) with boxxyerror fs solid noborder fc palette, \
  'transfer.tsv' using (place(pick('median',1,'x'))):(1):(sprintf('%.0f', pick('median',1,'value'))):(pick('median',1,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'transfer.tsv' using (place(pick('median',2,'x'))):(2):(0.48):(0.46):(pick('median',2,'value')) with boxxyerror fs solid noborder fc palette, \
  'transfer.tsv' using (place(pick('median',2,'x'))):(2):(sprintf('%.0f', pick('median',2,'value'))):(pick('median',2,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'transfer.tsv' using (place(pick('median',3,'x'))):(3):(0.48):(0.46):(pick('median',3,'value')) with boxxyerror fs solid noborder fc palette, \
  'transfer.tsv' using (place(pick('median',3,'x'))):(3):(sprintf('%.0f', pick('median',3,'value'))):(pick('median',3,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'transfer.tsv' using (place(pick('median',4,'x'))):(4):(0.48):(0.46):(pick('median',4,'value')) with boxxyerror fs solid noborder fc palette, \
  'transfer.tsv' using (place(pick('median',4,'x'))):(4):(sprintf('%.0f', pick('median',4,'value'))):(pick('median',4,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'transfer.tsv' using (place(pick('median',5,'x'))):(5):(0.48):(0.46):(pick('median',5,'value')) with boxxyerror fs solid noborder fc palette, \
  'transfer.tsv' using (place(pick('median',5,'x'))):(5):(sprintf('%.0f', pick('median',5,'value'))):(pick('median',5,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable
