# cohesion_k_cutoff_4_step_8000.svg, drawn from cohesion_k_cutoff_4_step_8000.tsv. To change it, edit this file and run: gnuplot cohesion_k_cutoff_4_step_8000.gp
set terminal svg size 640,635 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'cohesion_k_cutoff_4_step_8000'
set output 'cohesion_k_cutoff_4_step_8000.svg'
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
set palette defined (-1 '#D55E00', 0 'white', 1 '#4a9fd8')
set cbrange [-0.4978:0.4978]
unset colorbox
unset key
set border 31 lw 0.5 lc rgb '#444444'
set multiplot
set label 1 'cohesion: run 3a566a38aa3b555f, step 8000: type\_0 two\_hop, difficulty 2, k\_cutoff 4' at screen 0.0375, screen 0.9654 font ',13'
set label 2 'Mean cosine of states that share a label less that of states that do not; centred: with the mean state' at screen 0.0375, screen 0.0898 font ',10' tc rgb '#555555'
set label 3 'taken away; disjoint: of texts that share no token. Beside it: labels shuffled; the model before' at screen 0.0375, screen 0.0661 font ',10' tc rgb '#555555'
set label 4 'training.' at screen 0.0375, screen 0.0425 font ',10' tc rgb '#555555'
set lmargin at screen 0.1219
set rmargin at screen 0.3094
set tmargin at screen 0.8677
set bmargin at screen 0.7449
set title 'bridge gap' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset label 1
unset label 2
unset label 3
unset label 4
set lmargin at screen 0.4313
set rmargin at screen 0.6188
set tmargin at screen 0.8677
set bmargin at screen 0.7449
set title 'shuffled' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.7406
set rmargin at screen 0.9281
set tmargin at screen 0.8677
set bmargin at screen 0.7449
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.1219
set rmargin at screen 0.3094
set tmargin at screen 0.5969
set bmargin at screen 0.4740
set title 'bridge centred gap' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.4313
set rmargin at screen 0.6188
set tmargin at screen 0.5969
set bmargin at screen 0.4740
set title 'shuffled' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.7406
set rmargin at screen 0.9281
set tmargin at screen 0.5969
set bmargin at screen 0.4740
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.1219
set rmargin at screen 0.3094
set tmargin at screen 0.3260
set bmargin at screen 0.2031
set title 'bridge disjoint gap' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.4313
set rmargin at screen 0.6188
set tmargin at screen 0.3260
set bmargin at screen 0.2031
set title 'shuffled' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
set lmargin at screen 0.7406
set rmargin at screen 0.9281
set tmargin at screen 0.3260
set bmargin at screen 0.2031
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(9,'x')):(pick(9,'y')):(0.5):(0.5):(pick(9,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(9,'x')):(pick(9,'y')):(shown(9)) \
  with labels font ',9'
unset multiplot
